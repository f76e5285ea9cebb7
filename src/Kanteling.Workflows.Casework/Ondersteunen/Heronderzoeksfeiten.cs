using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>What looking again brings is on a timeline.</summary>
static class Heronderzoeksfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit, Huishouden h)
    {
        var steun = feit is Ondersteuningsgebeurtenis o ? h.MetId(o.Ondersteuning) : null;
        var wat = Woorden.Van(steun?.Wat) ?? "ondersteuning";
        return feit switch
        {
            StructureelVastgesteld f => new("wet", $"Blijvend nodig: {wat}", Woorden.Van(f.Reden), steun?.Cirkel),
            HeronderzoekBeoordeeld f => new("werk", $"Heronderzoek: {f.Uitkomst}", Woorden.Van(f.Toelichting), h.MetId(f.Ondersteuning)?.Cirkel),
            OndersteuningVervangen f => new("wet", f.Door is null ? $"Wordt beëindigd: {wat}" : $"Krijgt een nieuw besluit: {wat}", $"De laatste dag is {Schrijfwijze.Datum(f.LaatsteDag)}.", steun?.Cirkel),
            BesluitLooptAf f => new("stop", $"Indicatie loopt af: {wat}", $"De laatste dag is {Schrijfwijze.Datum(f.Einde)}. Het nieuwe besluit is er nog niet.", steun?.Cirkel),
            BesluitVerlengd f => new("wet", $"Verlengd: {wat}", $"Tot en met {Schrijfwijze.Datum(f.Einde)}. {Woorden.Van(f.Motivering)}".Trim(), steun?.Cirkel),
            OndersteuningOpgeschaald f => new("werk", $"Opgeschaald: {wat}", f.AfgeschaaldOp is { } op ? $"Het was lichter sinds {Schrijfwijze.Datum(op)}. Dat bleek te vroeg." : Woorden.Van(f.Toelichting), steun?.Cirkel),
            _ => null,
        };
    }
}
