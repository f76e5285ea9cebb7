namespace Kanteling.Workflows.Zaken.Altijdmogelijk;

/// <summary>Something that may always be begun from a household.</summary>
/// <param name="Id">The verb in the address.</param>
/// <param name="Gevolg">What it changes, pauses or stops.</param>
/// <param name="Stopt">It has to be confirmed.</param>
/// <param name="Vraagt">What goes along.</param>
/// <param name="Mogelijk">Whether it can be done now.</param>
/// <param name="WaaromNiet">Why not, when it cannot.</param>
public sealed record MogelijkBeeld(
    string Id, string? Groep, string Naam, string Uitleg, string Gevolg, string Flow, bool Stopt, IReadOnlyList<VraagBeeld> Vraagt, bool Mogelijk, string? Code, string? WaaromNiet);

/// <param name="Veld">persoon, ondersteuning, dossier, datum or toelichting.</param>
/// <param name="Keuzes">What can be chosen; null for a day or a text.</param>
public sealed record VraagBeeld(string Veld, string Label, IReadOnlyList<KeuzeBeeld>? Keuzes)
{
    /// <summary>Who cannot be chosen, because for them it is going on already: names.</summary>
    public IReadOnlyList<string> Bezig { get; init; } = [];
}

public sealed record KeuzeBeeld(string Waarde, string Label);
