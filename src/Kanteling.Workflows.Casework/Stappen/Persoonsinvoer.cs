using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// What somebody says of a person, at every door the same: at a melding or signal, and in the form that mends it.
/// Format: <c>{naam, geboortedatum?, rol?, geslacht?, bsn?, telefoon?, mail?, voorkeur?, taal?, huisarts?,
/// geheimAdres?, gezag?: [{soort, door?, naam?}]}</c>; the name as <see cref="Persoonsnaam"/> has it, the birth date as
/// <see cref="OnvolledigeDatum"/>. Everything of it is of the household, not of one procedure.
/// </summary>
public static partial class Persoonsinvoer
{
    /// <summary>How long one thing that is said of a person may be.</summary>
    public const int Naamlengte = 200;

    static readonly string[] Naamdelen = ["voornamen", "voorletters", "roepnaam", "tussenvoegsel", "geslachtsnaam"];

    /// <summary>What a form or a body may say of a person besides his name, birth date and role.</summary>
    public static readonly ImmutableArray<string> Gegevens = ["geslacht", "bsn", "telefoon", "mail", "voorkeur", "taal", "huisarts", "geheimAdres", "gezag"];

    /// <summary>Why this cannot be kept of a person; whether he has a name at all is asked elsewhere.</summary>
    /// <param name="wie">Who is meant by what stands at <c>door</c>.</param>
    public static IEnumerable<Refusal> Bezwaren(Antwoorden a, DateOnly vandaag, Func<JsonNode?, PersoonId?> wie) =>
    [
        .. Naambezwaren(a), .. Geboortebezwaren(a, vandaag), .. Bsnbezwaren(a),
        .. Vorm(a, "telefoon", t => Telefoonnummer.Belbaar(t) is not null, Persoonscode.TelefoonOnjuist), .. Vorm(a, "mail", Mail().IsMatch, Persoonscode.MailOnjuist),
        .. a.Vreemd<Geslacht>("geslacht"), .. a.Vreemd<Contactwijze>("voorkeur"), .. Lengte(a, "rol", Naamlengte), .. Lengte(a, "taal", Naamlengte), .. Lengte(a, "huisarts", Naamlengte),
        .. a.Rijen("gezag").SelectMany(rij => Gezagbezwaren(rij, wie)), .. a.Rijen("relaties").SelectMany(rij => Relatiebezwaren(rij, wie)),
    ];

    /// <summary>Why this is no name that people can see.</summary>
    public static IEnumerable<Refusal> Zichtbaar(Antwoorden a, string veld) => a.Tekst(veld) is { } naam && !Naamtekens.ZijnZichtbaar(naam) ? [a.Weiger(veld, Persoonscode.NaamOnzichtbaar)] : [];

    /// <summary>Why these parts are no address.</summary>
    public static IEnumerable<Refusal> Adresbezwaren(Antwoorden a) =>
        Huishoudens.Adres.Vreemd(a.Json).Select(deel => Adressen.Zegt(deel) is { } code ? a.Weiger(deel, code) : a.Weiger(deel, Persoonscode.PersoonstekstTeLang, Adressen.Langste));

    /// <summary>One who has the same BSN as somebody else who is, or comes, in the household.</summary>
    /// <param name="zelf">Whom it is said of; null for somebody new.</param>
    public static IEnumerable<Refusal> Dubbel(Antwoorden a, Huishouden h, PersoonId? zelf, IEnumerable<Bsn> ernaast) =>
        Bsn.Lees(a.Tekst("bsn")) is { } bsn && (ernaast.Contains(bsn) || h.Personen.Exists(p => p.Id != zelf && p.Vertrokken is null && Bsn.Van(p.Bsn) == bsn))
            ? [a.Weiger("bsn", Persoonscode.BsnDubbel)]
            : [];

    /// <summary>The person as he becomes.</summary>
    /// <param name="was">Who he was; keeps what is not asked.</param>
    /// <param name="gevraagd">Whether something was asked: then no answer means that there is none.</param>
    /// <param name="wie">Who is meant by what stands at <c>door</c>.</param>
    public static Persoon Lees(Antwoorden a, Persoon was, Func<string, bool> gevraagd, Func<JsonNode?, PersoonId?> wie) => was with
    {
        Naam = gevraagd("naam") ? Naam(a) ?? was.Naam : was.Naam,
        Geboortedatum = gevraagd("geboortedatum") ? Geboorte(a) : was.Geboortedatum,
        Rol = gevraagd("rol") ? a.Inhoud("rol") : was.Rol,
        Geslacht = gevraagd("geslacht") ? a.Keuze<Geslacht>("geslacht") : was.Geslacht,
        // Never shown in a form, so no answer says nothing.
        Bsn = gevraagd("bsn") && Bsn.Lees(a.Tekst("bsn")) is { } bsn ? Content.Of(null, "bsn", bsn.Cijfers) : was.Bsn,
        Telefoon = gevraagd("telefoon") ? a.Inhoud("telefoon") : was.Telefoon,
        Mail = gevraagd("mail") ? a.Inhoud("mail") : was.Mail,
        Voorkeur = gevraagd("voorkeur") ? a.Keuze<Contactwijze>("voorkeur") : was.Voorkeur,
        Taal = gevraagd("taal") ? a.Inhoud("taal") : was.Taal,
        Huisarts = gevraagd("huisarts") ? a.Inhoud("huisarts") : was.Huisarts,
        GeheimAdres = gevraagd("geheimAdres") ? a.JaNee("geheimAdres") : was.GeheimAdres,
        Gezag = gevraagd("gezag") ? [.. a.Rijen("gezag").Select(rij => Gezag(rij, wie))] : was.Gezag,
    };

    /// <summary>The name; a whole one stays as it was told. Null when there is none.</summary>
    public static Content? Naam(Antwoorden a) =>
        Persoonsnaam.Lees(a.Json["naam"]) is not { } naam ? null : naam.Geheel is null ? Content.Of(null, "naam", naam.ToJson()) : Content.Of(null, "naam", a.Tekst("naam") ?? naam.Geheel);

    /// <summary>The birth date, written in one way.</summary>
    public static Content? Geboorte(Antwoorden a) =>
        OnvolledigeDatum.Lees(a.Tekst("geboortedatum")) is { } dag ? Content.Of(null, "geboortedatum", dag.ToString()) : null;

    /// <summary>The address at <c>adres</c>; a whole one stays as it was told. Null when there is none.</summary>
    public static Content? Adres(Antwoorden a) =>
        Huishoudens.Adres.Lees(a.Json["adres"]) is { Geheel: null } adres ? Content.Of(null, "adres", adres.ToJson()) : a.Inhoud("adres");

    /// <summary>Whether more is said than a name, a birth date and a role.</summary>
    public static bool HeeftMeer(Antwoorden a) => Gegevens.Any(veld => !Waarde.IsLeeg(a.Json[veld]));

    /// <summary>What is known of a person, as this reads it, without his BSN; what was erased is not known.</summary>
    public static JsonObject Json(Persoon p, Huishouden h) => new(new (string Veld, JsonNode? Waarde)[]
    {
        ("naam", p.Naam.Value ?? Woorden.Van(p.Naam)), ("geboortedatum", p.Geboortedatum?.Value), ("rol", p.Rol?.Value), ("geslacht", p.Geslacht?.Woord()),
        ("telefoon", p.Telefoon?.Value), ("mail", p.Mail?.Value), ("voorkeur", p.Voorkeur?.Woord()), ("taal", p.Taal?.Value), ("huisarts", p.Huisarts?.Value),
        ("geheimAdres", p.GeheimAdres ? true : null), ("gezag", p.Gezag.IsEmpty ? null : new JsonArray([.. p.Gezag.Select(g => Json(g, h))])),
    }.Where(v => v.Waarde is not null).Select(v => KeyValuePair.Create(v.Veld, v.Waarde)));

    static JsonNode Json(Gezag g, Huishouden h) => Voorinvulling.Rij(("soort", g.Soort.Woord()), ("door", h.Persoon(g.Door)?.Id.Text), ("naam", h.Persoon(g.Door) is null ? g.Naam?.AsString() : null));

    static Gezag Gezag(Antwoorden rij, Func<JsonNode?, PersoonId?> wie) =>
        new(rij.Keuze<Gezagsoort>("soort") ?? Gezagsoort.Ouder, wie(rij.Json["door"]), wie(rij.Json["door"]) is null ? rij.Inhoud("naam") : null);

    static IEnumerable<Refusal> Gezagbezwaren(Antwoorden rij, Func<JsonNode?, PersoonId?> wie) =>
    [
        .. !Waarde.IsLeeg(rij.Json["door"]) && wie(rij.Json["door"]) is null && rij.Tekst("naam") is null ? [rij.Weiger("door", Huishoudcode.PersoonOnbekend, "Gezag")] : Array.Empty<Refusal>(),
        .. wie(rij.Json["door"]) is not null && rij.Tekst("naam") is not null ? [rij.Weiger("naam", Persoonscode.PersoonOfNaam)] : Array.Empty<Refusal>(),
        .. rij.Vreemd<Gezagsoort>("soort"), .. Lengte(rij, "naam", Naamlengte), .. Zichtbaar(rij, "naam"),
        .. Waarde.IsLeeg(rij.Json["door"]) && rij.Tekst("naam") is null ? [rij.Weiger("naam", Persoonscode.GezagZonderWie)] : Array.Empty<Refusal>(),
    ];

    /// <summary>Of whom, and what: half a relation says nothing, and would be left out without a word.</summary>
    static IEnumerable<Refusal> Relatiebezwaren(Antwoorden rij, Func<JsonNode?, PersoonId?> wie) =>
    [
        .. Waarde.IsLeeg(rij.Json["tot"]) ? [rij.Weiger("tot", Persoonscode.RelatieZonderWie)] : wie(rij.Json["tot"]) is null ? [rij.Weiger("tot", Huishoudcode.PersoonOnbekend, "Relatie")] : Array.Empty<Refusal>(),
        .. Waarde.IsLeeg(rij.Json["soort"]) ? [rij.Weiger("soort", Persoonscode.RelatieZonderSoort)] : Array.Empty<Refusal>(),
    ];

    static IEnumerable<Refusal> Naambezwaren(Antwoorden a)
    {
        if (a.Json["naam"] is not JsonObject json)
            return [.. Lengte(a, "naam", Naamlengte), .. Zichtbaar(a, "naam")];
        var (naam, partner) = (new Antwoorden(json, a.In("naam"), null), new Antwoorden(json["partner"] as JsonObject ?? [], a.In("naam.partner"), null));
        return
        [
            .. Naamdelen.Append("geheel").SelectMany(deel => Zichtbaar(naam, deel)), .. Zichtbaar(partner, "tussenvoegsel"), .. Zichtbaar(partner, "geslachtsnaam"),
            .. Naamdelen.SelectMany(deel => Lengte(naam, deel, Naamlengte)), .. Lengte(partner, "tussenvoegsel", Naamlengte), .. Lengte(partner, "geslachtsnaam", Naamlengte), .. naam.Vreemd<Naamgebruik>("naamgebruik"),
            .. naam.Tekst("geslachtsnaam") is null && naam.Tekst("geheel") is null ? [naam.Weiger("geslachtsnaam", Persoonscode.AchternaamOntbreekt)] : Array.Empty<Refusal>(),
            .. partner.Tekst("geslachtsnaam") is null && (partner.Tekst("tussenvoegsel") is not null || naam.Keuze<Naamgebruik>("naamgebruik") is not (null or Naamgebruik.Eigen))
                ? [partner.Weiger("geslachtsnaam", Persoonscode.PartnernaamOntbreekt)]
                : Array.Empty<Refusal>(),
        ];
    }

    static IEnumerable<Refusal> Geboortebezwaren(Antwoorden a, DateOnly vandaag)
    {
        if (Waarde.IsLeeg(a.Json["geboortedatum"]))
            yield break;
        if (OnvolledigeDatum.Lees(a.Tekst("geboortedatum")) is not { } dag)
            yield return Datumlezer.BestaatNiet(a.Tekst("geboortedatum"), vandaag) is { } nooit ? a.Weiger("geboortedatum", Persoonscode.GeboortedatumBestaatNiet, nooit) : a.Weiger("geboortedatum", Persoonscode.GeboortedatumOnleesbaar);
        else if (dag.Eerste < OnvolledigeDatum.Vroegste)
            yield return a.Weiger("geboortedatum", Persoonscode.GeboortedatumTeVroeg);
        else if (!dag.KanGeboorteZijn(vandaag))
            yield return a.Weiger("geboortedatum", Persoonscode.GeboortedatumInToekomst, dag.InWoorden());
    }

    static IEnumerable<Refusal> Bsnbezwaren(Antwoorden a) =>
        Waarde.IsLeeg(a.Json["bsn"]) || Bsn.Lees(a.Tekst("bsn")) is not null ? []
        : [a.Weiger("bsn", a.Tekst("bsn") is { } tekst && !Bsn.HeeftNegenCijfers(tekst) ? Persoonscode.BsnGeenNegenCijfers : Persoonscode.BsnOnjuist)];

    static IEnumerable<Refusal> Vorm(Antwoorden a, string veld, Func<string, bool> vorm, string code) => !Waarde.IsLeeg(a.Json[veld]) && !(a.Tekst(veld) is { Length: <= Naamlengte } tekst && vorm(tekst.Trim())) ? [a.Weiger(veld, code)] : [];

    static IEnumerable<Refusal> Lengte(Antwoorden a, string veld, int hoogste) =>
        Waarde.IsLeeg(a.Json[veld]) ? []
        : a.Tekst(veld) is not { } tekst ? [a.Weiger(veld, Persoonscode.PersoonstekstOnleesbaar)]
        : tekst.Length > hoogste ? [a.Weiger(veld, Persoonscode.PersoonstekstTeLang, $"{hoogste}")]
        : [];

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$")]
    private static partial Regex Mail();
}
