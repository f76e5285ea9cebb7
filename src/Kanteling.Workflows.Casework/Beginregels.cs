using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Signalen;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Casework.Veiligheid;
using Kanteling.Workflows.Casework.Wijzigingen;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// What a person may begin in a household, decided on the household as it is then. The law of this file: nothing about a household is
/// asked anywhere else before it begins; pages show what is possible by the same functions.
/// </summary>
static class Beginregels
{
    public static StartAnswer Van(NewStart begin, Given given)
    {
        if (begin.Command.Offer is not null && Aangeboden(ref begin, given) is { IsEmpty: false } nee)
            return StartAnswer.Refused(begin.Command, nee);
        return new StartAnswer(begin.Command, Invoer(begin, given));
    }

    /// <summary>A line of the list <em>altijd mogelijk</em>: whether it is possible now, and what was filled in for it.</summary>
    static ImmutableArray<Refusal> Aangeboden(ref NewStart begin, Given given)
    {
        var (h, antwoorden, id) = ((Huishouden)begin.State, begin.Command.Input, begin.Command.Offer!.Id);
        var flow = begin.Command.DefinitionId;
        if (MogelijkhedenJson.Lees(begin.Offering!.Definition, _ => true).Lijst.FirstOrDefault(m => m.Id == id && m.Flow == flow) is not { } m)
            return [Refusal.Of(Mogelijkheidcode.MogelijkOnbekend, id)];
        var nu = Mogelijkheden.Beoordeel(m, h, Lopendestroom.Van(begin.Running), given.Get<Kalender>(Given.CalendarKey).Feel(begin.At));
        if (nu.Bezwaar is { } bezwaar)
            return [bezwaar];
        if (Mogelijkvragen.Fouten(nu, antwoorden) is { IsEmpty: false } fouten)
            return [Samen(Mogelijkheidcode.MogelijkOnvolledig, fouten)];
        begin = begin with { Command = begin.Command with { Input = Mogelijkvragen.Invoer(m, antwoorden), Dossier = Mogelijkvragen.Dossier(m, h, antwoorden) } };
        return [];
    }

    /// <summary>What the first step could not take.</summary>
    static ImmutableArray<Refusal> Invoer(NewStart begin, Given given)
    {
        var (h, invoer, dossier, vandaag) = ((Huishouden)begin.State, begin.Command.Input, begin.Command.Dossier, LocalTime.DayOf(begin.At));
        return (begin.First?.Type, dossier) switch
        {
            ("Kanteling.Melding", { } id) => Een(Verzoekcode.MeldingOnjuist, Meldinginvoer.Lees(invoer, h, id, vandaag, given).Bezwaren),
            ("Kanteling.Signaal", { } id) => Een(Verzoekcode.SignaalOnjuist, Signaalinvoer.Lees(invoer, h, id, vandaag, given).Bezwaren),
            ("Kanteling.Melding" or "Kanteling.Signaal", null) => [Refusal.Of(Huishoudcode.DossierOntbreekt, "")],
            // Refused before anything of it is written down: what was filled in would stand with the household.
            (Veiligheidsstappen.BeginType, _) when h.IsGeopend => [Refusal.Of(Huishoudcode.VeiligheidEigenStroom)],
            ("Kanteling.Wijziging", _) => Een(Mogelijkheidcode.MogelijkOnvolledig, Wijzigingsinvoer.Controleer(invoer, h, dossier, vandaag)),
            ("Kanteling.VrijeTaak", _) => Een(Mogelijkheidcode.MogelijkOnvolledig, Vrijestap.Controleer(begin.First!, invoer, vandaag)),
            _ => [],
        };
    }

    /// <summary>What is wrong by field; a household that went up in another says so by itself, because no field mends that.</summary>
    static ImmutableArray<Refusal> Een(string code, IReadOnlyList<Refusal> bezwaren) =>
        bezwaren.Count == 0 ? [] : [bezwaren.FirstOrDefault(b => b.Code == Huishoudcode.HuishoudenSamengevoegd) ?? Samen(code, [.. bezwaren])];

    static Refusal Samen(string code, ImmutableArray<Refusal> bezwaren) => Refusal.Of(code) with { Details = bezwaren };
}
