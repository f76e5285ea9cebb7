using System.Xml.Linq;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>
/// The keys that seal cookies, forms and questions in an address: in the database, so that what one node sealed every other opens, also
/// after a restart. When none of them opens any more, people sign in again; nothing else is sealed with them.
/// </summary>
sealed partial class Zegelsleutels(SealedKeys bewaard, ILogger<Zegelsleutels> logger) : IXmlRepository
{
    long laatste;
    int gemeld;

    /// <exception cref="StorageUnavailableException" />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // The framework asks this now and then, and at once; it knows no other way.
        var gelezen = bewaard.ReadAsync().GetAwaiter().GetResult();
        Interlocked.Exchange(ref laatste, gelezen.Last);
        if (Interlocked.Exchange(ref gemeld, gelezen.Closed) != gelezen.Closed && gelezen.Closed > 0)
            LogDicht(logger, gelezen.Closed);
        return [.. gelezen.Texts.Select(tekst => XElement.Parse(tekst))];
    }

    /// <summary>When another node made one in the same moment, that one is kept and not this: the framework reads again after it wrote.</summary>
    public void StoreElement(XElement element, string friendlyName) =>
        bewaard.AddAsync(element.ToString(SaveOptions.DisableFormatting), Interlocked.Read(ref laatste)).GetAwaiter().GetResult();

    [LoggerMessage(LogLevel.Warning, "{Aantal} sleutel(s) voor cookies en formulieren gaan niet open met de sleutels van deze database. Wie daarmee was aangemeld, meldt zich opnieuw aan; verder verandert er niets.")]
    static partial void LogDicht(ILogger logger, int aantal);
}

static class Zegels
{
    /// <summary>What is sealed for one gemeente is nothing at another, also when they share a copy of a database.</summary>
    public static void VoegZegelsToe(this IServiceCollection services, Programmainstellingen instellingen)
    {
        services.AddSingleton(s => new Zegelsleutels(s.GetRequiredService<OpenStorage>().SealedKeys, s.GetRequiredService<ILogger<Zegelsleutels>>()));
        services.AddDataProtection().SetApplicationName($"kanteling {instellingen.Gemeentecode?.ToString() ?? instellingen.Adres}".TrimEnd());
        services.AddOptions<KeyManagementOptions>().Configure<Zegelsleutels>((beheer, bewaring) => beheer.XmlRepository = bewaring);
    }
}
