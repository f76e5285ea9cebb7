using System.Text.Json;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>How a household and what happened to it are stored.</summary>
public static class Huishoudenopslag
{
    /// <summary>Goes up when the shape of <see cref="Huishouden"/> changes; older snapshots are then rebuilt from their stream.</summary>
    const int Formaat = 4;

    public static readonly DomainCodec Codec = new(typeof(Huishouden), Formaat, Gebeurtenisnamen.Alle)
    {
        Upgraders = Ouderevormen.Gebeurtenissen,
        StateUpgraders = Ouderevormen.Toestanden,
    };

    /// <summary>How the household and its facts are written as JSON.</summary>
    public static JsonSerializerOptions Json { get; } = new EventCodec(Codec).Options;
}
