using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Besluiten;

/// <summary>What the aanvraag and the besluit are on a timeline, with what is done against it.</summary>
static class Besluitfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit, Huishouden h) => feit switch
    {
        AanvraagOntvangen f => new("wet", "Aanvraag ontvangen", f.Volledig ? "De aanvraag is volledig. De gemeente heeft twee weken." : "De aanvraag is nog niet volledig."),
        AanvraagAangevuld => new("wet", "Aanvraag aangevuld"),
        AanvultermijnVerstreken => new("stop", "Aanvraag niet op tijd aangevuld"),
        KlokOpgeschort f => new("wet", "De klok staat stil", $"Vanaf {Schrijfwijze.Datum(f.Vanaf)}."),
        KlokHervat f => new("wet", "De klok loopt weer", $"Vanaf {Schrijfwijze.Datum(f.Tot)}."),
        BeslistermijnVerstreken => new("stop", "Twee weken voorbij zonder beschikking"),
        BesluitOpgesteld f => new("werk", f.VoornemenAfwijzen ? "Voornemen tot afwijzen opgesteld" : "Besluit opgesteld", Woorden.Van(f.Motivering)),
        ZienswijzeOntvangen f => new("contact", "Zienswijze", Woorden.Van(f.Zienswijze) ?? "De inwoner gaf geen zienswijze."),
        BesluitVastgesteld => new("wet", "Besluit vastgesteld"),
        BesluitTeruggegeven f => new("stop", "Besluit teruggegeven aan de opsteller", Woorden.Van(f.Reden)),
        BesluitBekendgemaakt f => new("wet", "Beschikking verzonden", $"{Woorden.Via(f.Kanaal)} Bezwaar kan tot en met {Schrijfwijze.Datum(f.BezwaarLaatsteDag)}.".Trim()),
        BriefVerzonden f => new("contact", $"Brief verzonden: {f.Brief.Id.Replace('-', ' ')} (versie {f.Brief.Version})", $"{Woorden.Via(f.Kanaal)} {Aan(h, f.Persoon)}".Trim()),
        BezwaartermijnVerstreken => new("wet", "Bezwaartermijn voorbij"),
        BezwaarOntvangen f => new("wet", f.TeLaat ? "Bezwaar ontvangen, te laat" : "Bezwaar ontvangen", Woorden.Van(f.Gronden)),
        IngebrekestellingOntvangen { TeVroeg: true } => new("wet", "Ingebrekestelling, te vroeg", "De termijn was nog niet voorbij. Zij heeft nog geen gevolg."),
        IngebrekestellingOntvangen f => new("wet", "Ingebrekestelling", $"Uiterlijk {Schrijfwijze.Datum(f.LaatsteDag!.Value)} moet er een besluit zijn. Daarna betaalt de gemeente hoogstens {f.HoogsteDwangsom ?? Bedrag.Niets}."),
        IngebrekestellingVerstreken => new("stop", "Dwangsom loopt", "De twee weken na de ingebrekestelling zijn voorbij."),
        _ => null,
    };

    static string? Aan(Huishouden h, PersoonId? persoon) => Woorden.Van(h.Persoon(persoon)?.Naam) is { } naam ? $"Aan {naam}." : null;
}
