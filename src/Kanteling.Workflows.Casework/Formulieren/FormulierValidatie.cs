using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// The one validator of answers; the screen, the API and the decider all ask it. The law of this file: it never throws,
/// whatever the answers are, and every error names the path of its field. A field whose condition is false is not asked,
/// so its answer is not looked at. A condition that is neither true nor false leaves the field open: an answer is
/// checked, but none is demanded. Run <see cref="FormulierOpschoning"/> first: unknown fields are an error here.
/// </summary>
public static class FormulierValidatie
{
    /// <summary>All that is wrong with the answers, at most <see cref="Antwoordmaat.Fouten"/>, in the order of the form.</summary>
    /// <param name="formulier">A form without findings.</param>
    /// <param name="antwoorden">By field id.</param>
    /// <param name="vandaag">The local day on which the answers are given.</param>
    /// <param name="zichtbaar">
    /// As a rule <see cref="Voorwaarden.Zichtbaar"/>: a <c>zichtbaarAls</c> on the answers around the field, inside a list or group on its own answers plus
    /// the single answers of everything around it.
    /// </param>
    public static IReadOnlyList<AntwoordFout> Valideer(
        Formulier formulier, JsonObject antwoorden, DateOnly vandaag, Func<string, JsonObject, bool?> zichtbaar)
    {
        if (Antwoordmaat.Toets(antwoorden) is { } teVeel)
            return [teVeel];
        var ronde = new Ronde(vandaag, []);
        ronde.Groep(formulier.Velden, antwoorden, "", Omgeving.Van(formulier, antwoorden, zichtbaar));
        return ronde.Fouten;
    }

    sealed record Ronde(DateOnly Vandaag, List<AntwoordFout> Fouten)
    {
        public void Groep(IReadOnlyCollection<Veld> velden, JsonObject antwoorden, string pad, Omgeving omgeving)
        {
            foreach (var veld in velden)
            {
                var zichtbaar = omgeving.Zichtbaar(veld);
                if (zichtbaar != false)
                    Veld(veld, antwoorden[veld.Id], Binnen(pad, veld.Id), omgeving, veld.Verplicht && zichtbaar == true);
            }

            foreach (var id in antwoorden.Select(antwoord => antwoord.Key).Where(id => velden.All(veld => veld.Id != id)))
            {
                var kort = id.Length > 60 ? $"{id[..60]}…" : id;
                Meld(Binnen(pad, kort), new(Formuliercode.AntwoordVeldOnbekend), kort);
            }
        }

        void Veld(Veld veld, JsonNode? antwoord, string pad, Omgeving omgeving, bool verplicht)
        {
            if (Waarde.IsLeeg(antwoord))
            {
                Leeg(veld, antwoord, pad, omgeving, verplicht);
                return;
            }

            var uitgewerkt = Vragenblokken.Uitgewerkt(veld);
            var soort = Veldsoorten.Van(uitgewerkt.Soort);
            switch (soort.Vorm)
            {
                case Antwoordvorm.Lijst:
                    Lijst(uitgewerkt, antwoord!, pad, omgeving);
                    break;
                case Antwoordvorm.Groep:
                    Binnenin(uitgewerkt, antwoord, pad, omgeving);
                    break;
                default:
                    Meld(pad, soort.Toets(veld, antwoord!, Vandaag), veld.Label);
                    break;
            }
        }

        /// <summary>A required group without answers is told as its required inner fields, where the person can repair it.</summary>
        void Leeg(Veld veld, JsonNode? antwoord, string pad, Omgeving omgeving, bool verplicht)
        {
            var eerder = Fouten.Count;
            if (verplicht && antwoord is null or JsonObject && Vragenblokken.Uitgewerkt(veld) is var groep && Veldsoorten.Van(groep.Soort).Vorm == Antwoordvorm.Groep)
                Binnenin(groep, new JsonObject(), pad, omgeving);
            if (verplicht && Fouten.Count == eerder)
                Meld(pad, new(Formuliercode.AntwoordOntbreekt), veld.Label);
        }

        void Lijst(Veld lijst, JsonNode antwoord, string pad, Omgeving omgeving)
        {
            if (antwoord is not JsonArray regels)
            {
                Meld(pad, new(Formuliercode.AntwoordGeenLijst), lijst.Label);
                return;
            }

            var hoogste = Math.Min(lijst.Max?.Getal ?? Antwoordmaat.Regels, Antwoordmaat.Regels);
            Meld(pad, regels.Count > hoogste ? new(Formuliercode.AntwoordTeVeelRegels, Veldsoorten.Schrijf(hoogste)) : null, lijst.Label);
            Meld(pad, regels.Count < lijst.Min?.Getal ? new(Formuliercode.AntwoordTeWeinigRegels, Veldsoorten.Schrijf(lijst.Min.Value.Getal!.Value)) : null, lijst.Label);
            for (var regel = 0; regel < regels.Count && regel < Antwoordmaat.Regels; regel++)
                Binnenin(lijst, regels[regel], $"{pad}[{regel}]", omgeving);
        }

        void Binnenin(Veld veld, JsonNode? antwoord, string pad, Omgeving omgeving)
        {
            if (antwoord is not JsonObject binnen)
            {
                Meld(pad, new(Formuliercode.AntwoordGeenGroep), veld.Label);
                return;
            }

            Groep(veld.Velden, binnen, pad, omgeving.Binnen(veld, binnen));
            foreach (var (inPad, zin) in Vragenblokken.Kernregels(veld, binnen))
                Meld(Binnen(pad, inPad), zin, veld.Velden.FirstOrDefault(kern => kern.Id == inPad)?.Label ?? veld.Label);
        }

        void Meld(string pad, Zin? zin, string label)
        {
            if (zin is not null && Fouten.Count < Antwoordmaat.Fouten && !Fouten.Any(fout => fout.Veldpad == pad))
                Fouten.Add(new(pad, zin.Code, [label.TrimEnd('?', '.', ':', ' '), .. zin.Argumenten]));
        }

        static string Binnen(string pad, string id) => pad.Length == 0 ? id : id.Length == 0 ? pad : $"{pad}.{id}";
    }
}
