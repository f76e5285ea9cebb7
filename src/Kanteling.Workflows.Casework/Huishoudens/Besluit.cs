using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>The signed application; starts the two weeks (art. 2.3.5 l2 Wmo 2015).</summary>
/// <param name="Ontvangen">Day of receipt.</param>
/// <param name="Volledig">Whether it is complete (art. 4:2 Awb).</param>
/// <param name="Ontbreekt">What is still missing.</param>
public sealed record Aanvraag(DateOnly Ontvangen, bool Volledig, Content? Ontbreekt, ImmutableList<Opschorting> Opschortingen)
{
    /// <summary>The day on which the time to complete it had passed unused (art. 4:5 Awb).</summary>
    public DateOnly? AanvultermijnVerstreken { get; init; }

    /// <summary>The day on which the two weeks were over without a beschikking.</summary>
    public DateOnly? BeslistermijnVerstreken { get; init; }
}

public enum Besluitsoort { Toekenning, GedeeltelijkeToekenning, Afwijzing, BuitenBehandeling }

/// <summary>The decision on an aanvraag, from draft to bekendmaking. It works only when it was made known (art. 3:40 Awb).</summary>
/// <param name="Opsteller">User id of who drew it up.</param>
public sealed record Besluit(Besluitsoort Soort, ImmutableList<Besluitregel> Regels, Content Motivering, UserId Opsteller, DateOnly Opgesteld)
{
    /// <summary>An intended refusal was told first (art. 4:8 Awb).</summary>
    public bool VoornemenAfwijzen { get; init; }

    public Zienswijze? Zienswijze { get; init; }

    /// <summary>User id of who established it under mandate: never the opsteller.</summary>
    public UserId? Vaststeller { get; init; }

    public DateOnly? Vastgesteld { get; init; }

    /// <summary>Why it went back to the opsteller the last time.</summary>
    public Content? Teruggegeven { get; init; }

    public DateOnly? Bekendgemaakt { get; init; }

    public Kanaal? Kanaal { get; init; }

    /// <summary>Six weeks after bekendmaking (art. 6:7, 6:8 Awb).</summary>
    public DateOnly? BezwaarLaatsteDag { get; init; }

    public DateOnly? BezwaartermijnVerstreken { get; init; }

    public Bezwaar? Bezwaar { get; init; }

    /// <summary>Which way it goes on after it was made known.</summary>
    [JsonIgnore]
    public string Poort =>
        Soort == Besluitsoort.BuitenBehandeling ? "Buiten behandeling"
        : Toegekend.Any(r => r.Vorm == Ondersteuningsvorm.Natura) ? "Natura"
        : Toegekend.Any() ? "Pgb"
        : "Afgewezen";

    /// <summary>What was granted as pgb and has no budget yet.</summary>
    public IEnumerable<Ondersteuning> PgbTeRegelen(Huishouden h) =>
        Van(h, Ondersteuningsvorm.Pgb).Where(o => o is { Titel.Budgetplan: null, Status: not (Ondersteuningsstatus.Vervallen or Ondersteuningsstatus.Afgewezen) });

    /// <summary>What was granted in natura and has not begun under an opdracht.</summary>
    public IEnumerable<Ondersteuning> NaturaTeStarten(Huishouden h) =>
        Van(h, Ondersteuningsvorm.Natura).Where(o => o.Status is Ondersteuningsstatus.Toegekend or Ondersteuningsstatus.NietGestart or Ondersteuningsstatus.Overbrugd);

    IEnumerable<Ondersteuning> Van(Huishouden h, Ondersteuningsvorm vorm) => Toegekend.Where(r => r.Vorm == vorm).Select(r => h.MetId(r.Ondersteuning)).OfType<Ondersteuning>();

    [JsonIgnore]
    public IEnumerable<Besluitregel> Toegekend => Soort is Besluitsoort.Toekenning or Besluitsoort.GedeeltelijkeToekenning ? Regels.Where(r => r.Toegekend) : [];
}

/// <summary>What the decision says of one support.</summary>
/// <param name="Omvang">Never missing when granted: a result without extent is no decision (CRvB 8-10-2018).</param>
public sealed record Besluitregel(OndersteuningId Ondersteuning, bool Toegekend, Ondersteuningsvorm Vorm, Omvang? Omvang, DateOnly? Ingang, DateOnly? Einde, Content? Motivering);

/// <param name="Inhoud">What the client said; null when he was heard and said nothing, or did not come.</param>
public sealed record Zienswijze(Content? Inhoud, DateOnly Op);
