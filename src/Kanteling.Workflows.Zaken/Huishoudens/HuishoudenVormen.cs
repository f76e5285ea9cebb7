using System.Text.Json.Serialization;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Zaken.Huishoudens;

// What programs and pages read of a household. Names are Dutch, as the field has them; new ones are added, none is renamed.

/// <summary>One household as it stands.</summary>
/// <param name="ZwaarsteCirkel">The heaviest circle in which support runs, 1 to 4; null when none runs.</param>
public sealed record HuishoudenBeeld(
    string Id, long Versie, string? Naam, string? Wijk, string? Wijkteam, string? Adres, IReadOnlyList<PersoonBeeld> Personen, RegisseurBeeld? Casusregisseur, IReadOnlyList<DossierBeeld> Dossiers,
    IReadOnlyList<HulpvraagBeeld> Hulpvragen, IReadOnlyList<OndersteuningBeeld> Ondersteuning, int? ZwaarsteCirkel, IReadOnlyList<KlokBeeld> Klokken, IReadOnlyList<TaakRegel> Taken)
{
    /// <summary>Who may act for somebody of the household.</summary>
    public IReadOnlyList<VertegenwoordigerBeeld> Vertegenwoordigers { get; init; } = [];

    /// <summary>The address is there, and is kept from the asker because it is secret.</summary>
    public bool AdresAfgeschermd { get; init; }

    /// <summary>Meldcodes about this household that the asker is in; empty for everybody else.</summary>
    public IReadOnlyList<VeiligheidBeeld> Veiligheid { get; init; } = [];

    /// <summary>The household that this meldcode is about; null for a household.</summary>
    public string? VeiligheidVan { get; init; }

    /// <summary>Other households that this one belongs with.</summary>
    public IReadOnlyList<KoppelingBeeld> Koppelingen { get; init; } = [];

    /// <summary>Id of the household in which this one went up; null while it is used.</summary>
    [JsonIgnore]
    public string? GaatVerderIn { get; init; }

    /// <summary>What does not hold in this household, each with its sentence; empty almost always.</summary>
    public IReadOnlyList<RegelafwijkingBeeld> KloptNiet { get; init; } = [];

    /// <summary>Flows that run here in an older version than the one that is published now; empty when none does.</summary>
    public IReadOnlyList<OudereVersie> OudereVersies { get; init; } = [];
}

/// <summary>A rule that does not hold, from before: it blocks nothing but becoming worse.</summary>
/// <param name="Ondersteuning">Id of the support that it is about, or null.</param>
public sealed record RegelafwijkingBeeld(string Dossier, string? Ondersteuning, string Code, string Zin);

/// <param name="Versie">In which it runs here, to its end.</param>
/// <param name="Nieuwste">In which it would begin now.</param>
public sealed record OudereVersie(string Flow, string Naam, int Versie, int Nieuwste);

/// <param name="Reikwijdte">What he may act for.</param>
public sealed record VertegenwoordigerBeeld(string Voor, string Soort, string? Naam, string? Reikwijdte, DateOnly Vanaf, DateOnly? Tot, string? Bewijs)
{
    /// <summary>Id of whom he acts for.</summary>
    public string Persoon { get; init; } = "";
}

/// <param name="Soort">opgegaanIn, samengevoegdUit, afgesplitstNaar or afgesplitstVan.</param>
/// <param name="Ander">Id of the other household.</param>
/// <param name="IsAf">Whether the other has its link back; when not, the same request again finishes it.</param>
/// <param name="Loopt">The other is being asked; it finishes by itself.</param>
public sealed record KoppelingBeeld(string Soort, string Zin, string Ander, string? Reden, DateOnly Op, bool IsAf, bool Loopt)
{
    /// <summary>What there is, for who may see that household; null for anybody else.</summary>
    public AndereKantBeeld? Daar { get; init; }
}

/// <summary>The household at the other end of a link.</summary>
/// <param name="Mensen">Who lives there.</param>
/// <param name="Procedures">How many are open.</param>
public sealed record AndereKantBeeld(string Naam, IReadOnlyList<string> Mensen, int Procedures, int Taken)
{
    /// <summary>What runs there, a line each: support, and procedures that are open.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lopend { get; init; } = [];
}

/// <param name="Overleden">Since this day nothing is addressed to him.</param>
/// <param name="Vertrokken">Since this day he lives elsewhere.</param>
public sealed record PersoonBeeld(string Id, string Naam, string? Geboortedatum, int? Leeftijd, string? Rol, DateOnly? Overleden = null, DateOnly? Vertrokken = null)
{
    /// <summary>All first names, when they are known apart from the name by which somebody is called.</summary>
    public string? Voornamen { get; init; }

    /// <summary>The birth date and the age in words, as exact as they are known.</summary>
    public string? Geboren { get; init; }

    public string? Geslacht { get; init; }

    public string? Telefoon { get; init; }

    public string? Mail { get; init; }

    /// <summary>How somebody wants to be reached.</summary>
    public string? Voorkeur { get; init; }

    public string? Taal { get; init; }

    public string? Huisarts { get; init; }

    /// <summary>Who has parental authority, each in words.</summary>
    public IReadOnlyList<string> Gezag { get; init; } = [];

    /// <summary>What this person is to others of the household, each in words.</summary>
    public IReadOnlyList<string> Relaties { get; init; } = [];

    public bool GeheimAdres { get; init; }

    public bool BsnBekend { get; init; }

    /// <summary>Nine digits, for the page of who handles a procedure here; in no answer of the API.</summary>
    [JsonIgnore]
    public string? Bsn { get; init; }

    /// <summary>Certainly younger than eighteen, also when the birth date is not known to the day.</summary>
    [JsonIgnore]
    public bool IsMinderjarig { get; init; }
}

/// <param name="Soort">professional, inwoner or netwerk.</param>
public sealed record RegisseurBeeld(string Soort, string? Naam, DateOnly Sinds);

/// <param name="Resultaat">How the procedure ended; null while it is open.</param>
public sealed record DossierBeeld(string Id, string Soort, string Client, string? Vraag, string? Kanaal, DateOnly Ontvangen, Wie? Behandelaar, string? Besluit, string? Resultaat, DateOnly? GeslotenOp)
{
    /// <summary>Code of the gemeente in the list of the CBS.</summary>
    public string? Gemeentecode { get; init; }

    /// <summary>Terms of the law that passed, each explained or not.</summary>
    public IReadOnlyList<AfwijkingBeeld> Afwijkingen { get; init; } = [];
}

/// <param name="Termijn">onderzoek or beschikking.</param>
/// <param name="Stand">verklaard or onverklaard.</param>
/// <param name="Verwacht">The day on which it will be done after all.</param>
public sealed record AfwijkingBeeld(string Termijn, DateOnly Sinds, string Stand, string? Oorzaak, string? Toelichting, string? Maatregel, DateOnly? Verwacht, Wie? Door, DateOnly? Op);

public sealed record HulpvraagBeeld(string Id, string Dossier, string Persoon, string? Vraag, string? GewenstResultaat, string Omvang);

/// <param name="Cirkel">1 eigen kracht, 2 sociaal netwerk, 3 algemene voorziening, 4 maatwerkvoorziening.</param>
/// <param name="Nadert">What happens at its next date: evaluation, review of structureel, or end.</param>
public sealed record OndersteuningBeeld(
    string Id, string Persoon, int Cirkel, string Vorm, string? Wat, string? Door, string? Omvang, string? Zwaarte, string Status, bool Loopt, DateOnly? Start, DateOnly? Einde,
    DateOnly? Evaluatiedatum, bool Structureel, string? Afschaalplan, string? Nadert)
{
    /// <summary>From the product list of the gemeente; null when none was chosen.</summary>
    public ProductBeeld? Product { get; init; }

    /// <summary>The extent in codes of iWmo; null when it cannot be said exactly in them.</summary>
    public ToewijzingBeeld? Toewijzing { get; init; }

    /// <summary>Code of the aanbieder in messages, eight digits.</summary>
    public string? AgbCode { get; init; }

    /// <summary>Of a pgb: cents per year.</summary>
    public long? BudgetCenten { get; init; }
}

/// <param name="Categorie">iWmo, code list WMO020: 01 to 18.</param>
/// <param name="Code">Of the gemeente's own list.</param>
public sealed record ProductBeeld(string Id, string Naam, string Categorie, string? Code);

/// <param name="Eenheid">iWmo, code list WJ756.</param>
/// <param name="Frequentie">iWmo, code list WMO757.</param>
public sealed record ToewijzingBeeld(long Volume, string Eenheid, string Frequentie);

/// <summary>A date that runs.</summary>
/// <param name="LaatsteDag">Null while the clock stands still.</param>
/// <param name="Deel">How much of it has gone, 0 to 100.</param>
public sealed record KlokBeeld(string Naam, string? Dossier, DateOnly? Begon, DateOnly? LaatsteDag, bool StaatStil, int Deel, IReadOnlyList<string> Uitleg);

/// <summary>Something on the timeline.</summary>
/// <param name="Soort">wet, werk, contact, stop or feit.</param>
/// <param name="Cirkel">The circle that was weighed or tried, 1 to 4.</param>
/// <param name="Wegingen">Per hulpvraag what was weighed, and why it was or was not enough.</param>
public sealed record Tijdlijnpunt(
    DateTimeOffset Op, Wie? Door, string Soort, string Kop, string? Tekst, int? Cirkel, string? Dossier, IReadOnlyList<Weging> Wegingen);

/// <param name="Toereikend">Whether the hulpvraag needed nothing more.</param>
/// <param name="Waarom">Why it was not, or why it was passed by.</param>
public sealed record Weging(string? Hulpvraag, string? Persoon, string Soort, bool Overgeslagen, string? Wie, string? Wat, string? Omvang, bool Toereikend, string? Waarom);
