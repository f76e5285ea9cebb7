using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>Reads the fields of a form from JSON and keeps what it finds wrong. An unknown property is a finding: it is a typing mistake that would be silently lost.</summary>
sealed record VeldLezer(List<FormulierBevinding> Bevindingen)
{
    static readonly string[] Eigenschappen =
    [
        "id", "soort", "label", "hulp", "verplicht", "zichtbaarAls", "bron", "inhoud", "opties", "velden", "blok", "min", "max", "maxLengte",
    ];

    public void Vind(string pad, string code, params string[] argumenten) => Bevindingen.Add(new(pad, new(code, argumenten)));

    public void KentAlleen(JsonObject knoop, string pad, params string[] bekend)
    {
        foreach (var naam in knoop.Select(eigenschap => eigenschap.Key).Except(bekend))
            Vind(In(pad, naam), Formuliercode.FormulierEigenschapOnbekend, naam);
    }

    public string? Tekst(JsonObject knoop, string pad, string naam, bool verplicht)
    {
        var tekst = Waarde.Tekst(knoop[naam]);
        if ((verplicht && string.IsNullOrWhiteSpace(tekst)) || (tekst is null && knoop[naam] is not null))
            Vind(In(pad, naam), Formuliercode.FormulierTekstOntbreekt, naam);
        return tekst;
    }

    public int? Getal(JsonObject knoop, string pad, string naam)
    {
        var getal = Waarde.Getal(knoop[naam]);
        if (knoop[naam] is not null && (getal is null or < 0 or > 1_000_000 || getal != decimal.Truncate(getal.Value)))
        {
            Vind(In(pad, naam), Formuliercode.FormulierGeenHeelGetal, naam);
            return null;
        }

        return (int?)getal;
    }

    /// <param name="blok">The block around these fields: a core question needs only its id there.</param>
    /// <param name="diepte">Refuses before it can run out of stack.</param>
    public ImmutableArray<Veld> Velden(JsonObject knoop, string pad, Vragenblok? blok, int diepte)
    {
        if (knoop["velden"] is null)
            return [];
        if (knoop["velden"] is not JsonArray velden || diepte > Antwoordmaat.Diepte)
        {
            Vind(In(pad, "velden"), diepte > Antwoordmaat.Diepte ? Formuliercode.FormulierTeDiep : Formuliercode.FormulierGeenLijst, "velden");
            return [];
        }

        return [.. velden.Select((veld, plek) => Veld(veld, $"{In(pad, "velden")}[{plek}]", blok, diepte)).OfType<Veld>()];
    }

    Veld? Veld(JsonNode? knoop, string pad, Vragenblok? omhullend, int diepte)
    {
        if (knoop is not JsonObject veld)
        {
            Vind(pad, Formuliercode.FormulierGeenVeld);
            return null;
        }

        KentAlleen(veld, pad, Eigenschappen);
        var id = Tekst(veld, pad, "id", verplicht: true);
        var kern = omhullend?.Kern.FirstOrDefault(vraag => vraag.Id == id);
        if (kern is not null)
            return Kernvraag(veld, pad, kern);
        var blok = Tekst(veld, pad, "blok", verplicht: false);
        return new Veld(id ?? "", Een(veld, pad, "soort", FormulierJson.Soorten) ?? VeldSoort.Tekst, Tekst(veld, pad, "label", verplicht: true) ?? "")
        {
            Hulp = Tekst(veld, pad, "hulp", verplicht: false),
            Verplicht = JaNee(veld, pad, "verplicht"),
            ZichtbaarAls = Tekst(veld, pad, "zichtbaarAls", verplicht: false),
            Bron = Tekst(veld, pad, "bron", verplicht: false),
            Inhoud = veld["inhoud"] is null ? VeldInhoud.Persoonlijk : Een(veld, pad, "inhoud", FormulierJson.Inhouden) ?? VeldInhoud.Persoonlijk,
            Opties = Opties(veld, pad),
            Velden = Velden(veld, pad, Vragenblokken.Met(blok), diepte + 1),
            Blok = blok,
            Min = Grens(veld, pad, "min"),
            Max = Grens(veld, pad, "max"),
            MaxLengte = Getal(veld, pad, "maxLengte"),
        };
    }

    /// <summary>A core question may be moved and reworded, nothing else.</summary>
    Veld Kernvraag(JsonObject veld, string pad, Veld kern)
    {
        foreach (var naam in veld.Select(eigenschap => eigenschap.Key).Except(["id", "label", "hulp"]))
            Vind(In(pad, naam), Formuliercode.FormulierKernvraagVast, kern.Id, naam);
        return kern with
        {
            Label = Tekst(veld, pad, "label", verplicht: false) ?? kern.Label,
            Hulp = Tekst(veld, pad, "hulp", verplicht: false) ?? kern.Hulp,
        };
    }

    T? Een<T>(JsonObject knoop, string pad, string naam, ImmutableDictionary<string, T> mogelijk) where T : struct
    {
        if (Waarde.Tekst(knoop[naam]) is { } tekst && mogelijk.TryGetValue(tekst, out var waarde))
            return waarde;
        Vind(In(pad, naam), Formuliercode.FormulierNietMogelijk, naam, string.Join(", ", mogelijk.Keys.Order(StringComparer.Ordinal)));
        return null;
    }

    bool JaNee(JsonObject knoop, string pad, string naam)
    {
        var janee = Waarde.JaNee(knoop[naam]);
        if (janee is null && knoop[naam] is not null)
            Vind(In(pad, naam), Formuliercode.FormulierGeenJaNee, naam);
        return janee ?? false;
    }

    Grens? Grens(JsonObject knoop, string pad, string naam)
    {
        var grens = Formulieren.Velden.Grens.Lees(knoop[naam]);
        if (grens is null && knoop[naam] is not null)
            Vind(In(pad, naam), Formuliercode.FormulierGeenGrens, naam);
        return grens;
    }

    ImmutableArray<Optie> Opties(JsonObject knoop, string pad)
    {
        if (knoop["opties"] is not JsonArray opties)
        {
            if (knoop["opties"] is not null)
                Vind(In(pad, "opties"), Formuliercode.FormulierGeenLijst, "opties");
            return [];
        }

        return [.. opties.Select((optie, plek) => Optie(optie, $"{In(pad, "opties")}[{plek}]")).OfType<Optie>()];
    }

    Optie? Optie(JsonNode? knoop, string pad)
    {
        if (knoop is not JsonObject optie)
        {
            Vind(pad, Formuliercode.FormulierGeenOptie);
            return null;
        }

        KentAlleen(optie, pad, "waarde", "label");
        return new(Tekst(optie, pad, "waarde", verplicht: true) ?? "", Tekst(optie, pad, "label", verplicht: true) ?? "");
    }

    internal static string In(string pad, string naam) => pad.Length == 0 ? naam : $"{pad}.{naam}";
}
