using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>What a letter may tell of one dossier on one day. The law of this file: total. What is not known, or was erased, is null; nothing is computed that a clock or term does not compute.</summary>
sealed record Briefbron(Huishouden Huishouden, Dossier Dossier, Kalender Kalender, DateOnly Vandaag, Briefnamen Namen)
{
    public const string Onbekend = "(nog niet bekend)";

    Persoon? Persoon => Huishouden.Persoon(Dossier.Client);

    Persoonsnaam? Naam => Persoonsnaam.Van(Persoon?.Naam);

    public string? Client => Naam?.Volledig;

    /// <summary>A surname that is known apart is addressed as a letter does; a name that was told whole as it was told.</summary>
    public string Aanhef => (Naam, Persoon?.Geslacht) switch
    {
        (null, _) => "Beste mevrouw of meneer",
        ({ Geheel: null, Achternaam: { } naam }, Geslacht.Vrouw) => $"Beste mevrouw {Hoofdletter(naam)}",
        ({ Geheel: null, Achternaam: { } naam }, Geslacht.Man) => $"Beste meneer {Hoofdletter(naam)}",
        ({ } naam, _) => $"Beste {naam.Volledig}",
    };

    /// <summary>For the envelope, under the name: street and number, postcode and town, each on a line.</summary>
    public string? Adres => Huishoudens.Adres.Van(Huishouden.Adres) is { } adres ? string.Join('\n', adres.Geheel is { } geheel ? [geheel] : new[] { adres.Straatregel, adres.Plaatsregel }.OfType<string>()) : null;

    public string Gemeente => Namen.Gemeente is { Length: > 0 } naam ? $"de gemeente {naam}" : "de gemeente";

    public string? Behandelaar => Dossier.Behandelaar is null ? null : Namen.Behandelaar;

    public DateOnly LaatsteDagPersoonlijkPlan => Termijn(Dossier.Ontvangen, TermijnId.PersoonlijkPlan);

    public DateOnly? LaatsteDagOnderzoek => Dossier.Onderzoeksklok?.Stand(Kalender).Uitkomst?.LaatsteDag;

    public DateOnly? LaatsteDagBeslissing => Dossier.Beslisklok?.Stand(Kalender).Uitkomst?.LaatsteDag;

    /// <summary>Counts from the invitation: the day before the clock stood still, or today when it does not yet.</summary>
    public DateOnly LaatsteDagAanvulling =>
        Termijn(Dossier.Aanvraag?.Opschortingen.FindLast(o => o is { Grond: Opschortingsgrond.Aanvulling, Tot: null })?.Vanaf.AddDays(-1) ?? Vandaag, TermijnId.Aanvulling);

    /// <summary>As it was recorded; before bekendmaking, as it is when the letter goes out today (art. 6:8 Awb).</summary>
    public DateOnly LaatsteDagBezwaar => Dossier.Besluit?.BezwaarLaatsteDag ?? LaatsteDagBezwaarVanafVandaag;

    public DateOnly LaatsteDagBezwaarVanafVandaag => Termijn(Vandaag, TermijnId.Bezwaar);

    public string? Ontbreekt => Tekst(Dossier.Aanvraag?.Ontbreekt);

    public string? Motivering => Tekst(Dossier.Besluit?.Motivering);

    /// <summary>A line for each support: whether, how much, from when until when, in which form, and why.</summary>
    public string? Besluitregels => Dossier.Besluit is not { Regels.IsEmpty: false } besluit ? null : string.Join('\n', besluit.Regels.Select(r => Regel(r, besluit.Toegekend.Contains(r))));

    public string Clientondersteuning => Dossier.Onderzoek.Clientondersteuning?.Inwoner switch
    {
        Aanbodantwoord.Wil => "U wilt graag gratis clientondersteuning. Wij brengen u in contact. De clientondersteuner hoort niet bij de gemeente en staat naast u.",
        Aanbodantwoord.WilNiet => "U wilt nu geen gratis clientondersteuning. Dat mag altijd nog. Uw mantelzorger kan er ook om vragen.",
        _ => "U kunt gratis hulp krijgen van een clientondersteuner. Die hoort niet bij de gemeente, denkt met u mee en kan bij het gesprek zijn. Uw mantelzorger kan dat ook krijgen.",
    };

    public string? Hulp => Steun is { } o ? $"{Tekst(o.Wat) ?? Onbekend}, {Hoeveel(o.Omvang)}" : null;

    public DateOnly? LaatsteDagHulp => Steun?.Einde;

    /// <summary>What the dossier goes on from, or the help that was given at once.</summary>
    Ondersteuning? Steun => Huishouden.MetId(Dossier.Vervolg?.Ondersteuning)
        ?? Huishouden.OndersteuningVan(Dossier.Id).LastOrDefault(o => o.Titel.Spoedbesluit is not null)
        ?? Huishouden.OndersteuningVan(Dossier.Id).LastOrDefault(o => o.IsMaatwerk);

    string Regel(Besluitregel regel, bool toegekend)
    {
        var wat = Hoofdletter(Tekst(Huishouden.MetId(regel.Ondersteuning)?.Wat) ?? $"ondersteuning {regel.Ondersteuning}");
        var besluit = toegekend ? $"U krijgt dit: {Hoeveel(regel.Omvang)}, {Periode(regel)}. {Vorm(regel.Vorm)}" : "U krijgt dit niet.";
        return $"{wat}. {besluit}{(Tekst(regel.Motivering) is { Length: > 0 } waarom ? $" Waarom: {Eenregelig(waarom)}" : "")}";
    }

    static string Periode(Besluitregel regel) => $"vanaf {Dag(regel.Ingang)}{(regel.Einde is { } einde ? $" tot en met {Schrijfwijze.Dag(einde)}" : "")}";

    static string Vorm(Ondersteuningsvorm vorm) => vorm == Ondersteuningsvorm.Pgb
        ? "U krijgt een eigen budget (pgb) en kiest zelf wie de hulp geeft."
        : "De hulp komt van een aanbieder met een contract met de gemeente.";

    static string Hoeveel(Omvang? omvang) => omvang is null ? Onbekend : omvang.IsHoeveelheid ? omvang.InWoorden() : Tekst(omvang.Omschrijving) ?? Onbekend;

    public static string Dag(DateOnly? dag) => dag is { } bekend ? Schrijfwijze.Dag(bekend) : Onbekend;

    DateOnly Termijn(DateOnly vanaf, string id) => Termijnen.Termijn.Bereken(vanaf, Dossier.Regels.Termijn(id), Kalender).LaatsteDag;

    static string? Tekst(Content? inhoud) => inhoud?.AsString() is { } tekst && !string.IsNullOrWhiteSpace(tekst) ? tekst.Trim() : null;

    static string Eenregelig(string tekst) => tekst.ReplaceLineEndings(" ");

    static string Hoofdletter(string tekst) => char.ToUpperInvariant(tekst[0]) + tekst[1..];
}
