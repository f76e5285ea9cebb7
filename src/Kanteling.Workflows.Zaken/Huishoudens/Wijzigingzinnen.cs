using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>What signals, changes and linked households are on a timeline.</summary>
static class Wijzigingzinnen
{
    public static Feitzin? Van(Gebeurtenis feit, Huishouden h) => feit switch
    {
        SignaalOntvangen f => new("contact", "Van wie het signaal komt", Samen(Woorden.Van(f.Naam), Woorden.Van(f.Organisatie)) + (f.WilAntwoord ? "" : " Wil geen antwoord.")),
        SignaalBeoordeeld f => new("werk", $"Signaal beoordeeld: {f.Uitkomst}", Samen(Woorden.Van(f.Toelichting), Opmerking(f))),
        ContactGelegd f => new(f.WilContact ? "contact" : "stop", f.WilContact ? "Contact gelegd" : "Wil geen contact", Woorden.Van(f.Toelichting)),
        BemoeizorgAfgewogen f => new("werk", f.Ingezet ? "Bemoeizorg: we blijven komen" : "Losgelaten", Samen(Woorden.Van(f.Reden), Woorden.Van(f.Lichter))),
        SignaalTeruggekoppeld => new("contact", "Signaalgever heeft antwoord", "Over het huishouden is niets verteld."),
        WijzigingOntvangen f => new("feit", $"Wijziging: {Woorden.Van(f.Soort)}", Samen(Woorden.Van(h.Persoon(f.Persoon)?.Naam), Woorden.Van(f.Toelichting))),
        WijzigingVerwerkt f => new("werk", $"Verwerkt: {Woorden.Van(f.Soort)}", Samen(Woorden.Van(h.Persoon(f.Persoon)?.Naam), Woorden.Van(f.Toelichting))),
        AfsluitendGesprekGevoerd f => new("contact", "Afsluitend gesprek", Samen(Woorden.Van(f.Met), Woorden.Van(f.Toelichting))),
        VerzoekAanbiederBeantwoord f => new("werk", $"Aanbieder heeft antwoord: {(f.Antwoord switch { "evaluatie" => "de evaluatie begint nu", "nieuweMelding" => "er komt een nieuwe melding", _ => "nee" })}", Woorden.Van(f.Reden)),
        AfwijkingVerklaard f => new("wet", $"Verklaard waarom de {Woorden.Termijn(f.Termijn)} niet genoeg waren", Samen($"Oorzaak: {Woorden.Oorzaak(f.Oorzaak)}.", Woorden.Van(f.Toelichting), Woorden.Van(f.Maatregel))),
        AanvraagrechtVerteld f => new("wet", "Verteld dat een aanvraag kan", f.Kanaal is null ? null : $"Via {f.Kanaal}."),
        _ => VanMensen(feit, h) ?? VanSteun(feit, h) ?? VanRecht(feit),
    };

    static Feitzin? VanMensen(Gebeurtenis feit, Huishouden h) => feit switch
    {
        PersoonOverleden f => new("stop", "Overleden", $"{Woorden.Van(h.Persoon(f.Persoon)?.Naam)}, op {Dutch.Day(f.Op)}. Alles voor deze persoon is gestopt."),
        PersoonVertrokken f => new("feit", "Woont hier niet meer", $"{Woorden.Van(h.Persoon(f.Persoon)?.Naam)}, vanaf {Dutch.Day(f.Op)} ({f.Reden})."),
        HuishoudenVerhuisd f => new("feit", f.Gemeente is null ? "Verhuisd" : "Verhuisd naar een andere gemeente", Samen(Woorden.Van(f.Adres), Woorden.Van(f.Gemeente), $"Vanaf {Dutch.Day(f.Op)}.")),
        CasusregieBeeindigd => new("stop", "Casusregie beëindigd"),
        VertegenwoordigerVastgelegd f => new("wet", $"Vertegenwoordiger: {Woorden.Van(f.Soort)}", Samen(Woorden.Van(f.Naam), Woorden.Van(f.Reikwijdte))),
        HuishoudenGekoppeld f => new("feit", Woorden.Van(f.Soort), Woorden.Van(f.Reden)),
        _ => null,
    };

    static Feitzin? VanSteun(Gebeurtenis feit, Huishouden h)
    {
        var steun = feit is Ondersteuningsgebeurtenis o ? h.MetId(o.Ondersteuning) : null;
        var wat = Woorden.Van(steun?.Wat) ?? "ondersteuning";
        return feit switch
        {
            OndersteuningGepauzeerd f => new("stop", $"Even gestopt: {wat}", $"Van {Dutch.Day(f.Op)} tot {Dutch.Day(f.Tot)} ({f.Reden}).", steun?.Cirkel),
            OndersteuningHervat => new("werk", $"Weer begonnen: {wat}", null, steun?.Cirkel),
            EindeVastgesteld f => new("wet", $"Stopt: {wat}", $"De laatste dag is {Dutch.Day(f.Einde)} ({f.Reden}).", steun?.Cirkel),
            _ => null,
        };
    }

    static Feitzin? VanRecht(Gebeurtenis feit) => feit switch
    {
        IngebrekestellingOntvangen { TeVroeg: true } => new("wet", "Ingebrekestelling, te vroeg", "De termijn was nog niet voorbij. Zij heeft nog geen gevolg."),
        IngebrekestellingOntvangen f => new("wet", "Ingebrekestelling", $"Uiterlijk {Dutch.Day(f.LaatsteDag!.Value)} moet er een besluit zijn. Daarna betaalt de gemeente hoogstens {decimal.ToInt32(f.HoogsteDwangsom ?? 0)} euro."),
        IngebrekestellingVerstreken => new("stop", "Dwangsom loopt", "De twee weken na de ingebrekestelling zijn voorbij."),
        BezwaarOntvangen f => new("wet", f.TeLaat ? "Bezwaar ontvangen, te laat" : "Bezwaar ontvangen", Woorden.Van(f.Gronden)),
        _ => null,
    };

    static string? Opmerking(SignaalBeoordeeld f) => f.Patroon is null ? null : $"{Woorden.VanPatroon(Woorden.Van(f.Patroon))}: {Woorden.Van(f.PatroonReden)}";

    static string? Samen(params string?[] delen) => delen.Where(d => d is not null).ToList() is { Count: > 0 } er ? string.Join(" · ", er) : null;
}
