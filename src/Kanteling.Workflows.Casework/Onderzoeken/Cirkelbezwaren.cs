using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Onderzoeken;

/// <summary>
/// The rows of a circle as they were filled in, and what is wrong with them. The law of this file: every open hulpvraag has a
/// row; what is not enough says why; and where it can be counted, nobody says that it is enough when it is not, or the other
/// way round. So the way out that is computed is also what the rows say.
/// </summary>
static class Cirkelbezwaren
{
    /// <param name="Rijen">What was filled in.</param>
    /// <param name="Poort">The way out that follows.</param>
    public sealed record Uitkomst(ImmutableArray<Cirkelrij> Rijen, string Poort);

    public static ImmutableArray<Hulpvraag> Open(Invulling s, Weegstap stap) => Cirkelweging.Open(s.Hulpvragen, Cirkelweging.RijenVoor(s.Onderzoek, stap));

    public static Uitkomst Weging(Invulling s, Weegstap stap)
    {
        ImmutableArray<Cirkelrij> rijen = [.. s.Blok(Cirkelrijen.Naam).Select(Rij)];
        return new Uitkomst(rijen, Cirkelweging.Poort(Open(s, stap), Cirkelweging.RijenVoor(s.Onderzoek, stap), rijen));
    }

    public static IEnumerable<Refusal> Van(Invulling s, Weegstap stap)
    {
        if (s.Hulpvragen.Count == 0)
            return [Invulling.Weiger(null, Huishoudcode.HulpvragenOntbreken)];
        var rijen = s.Blok(Cirkelrijen.Naam).Select(antwoord => (Antwoord: antwoord, Rij: Rij(antwoord))).ToList();
        return
        [
            .. rijen.Where(x => !stap.Past(x.Rij.Soort)).Select(x => x.Antwoord.Weiger("soort", Huishoudcode.CirkelRijHoortElders, stap.Naam())),
            .. Open(s, stap).SelectMany(vraag => VanVraag(s, stap, vraag, [.. rijen.Where(x => x.Rij.Hulpvraag == vraag.Id)])),
        ];
    }

    static IEnumerable<Refusal> VanVraag(Invulling s, Weegstap stap, Hulpvraag vraag, ImmutableArray<(Antwoorden Antwoord, Cirkelrij Rij)> rijen)
    {
        if (rijen.IsEmpty)
            return [Invulling.Weiger(s.Blokpad(Cirkelrijen.Naam), Huishoudcode.CirkelHulpvraagOntbreekt, $"{s.Hulpvragen.ToList().IndexOf(vraag) + 1}")];
        ImmutableArray<Cirkelrij> samen = [.. Cirkelweging.RijenVoor(s.Onderzoek, stap), .. rijen.Select(x => x.Rij)];
        if (rijen.Any(x => x.Rij.DraagtBij) && Cirkelweging.RestVan(vraag, samen) is { } rest && Tegenspraak(vraag, rest, rijen) is { } tegenspraak)
            return [tegenspraak];
        return !Cirkelweging.IsToereikend(vraag, samen) && rijen.All(x => x.Rij.Reden is null) ? [rijen[0].Antwoord.Weiger("reden", Huishoudcode.CirkelRedenOntbreekt)] : [];
    }

    static Refusal? Tegenspraak(Hulpvraag vraag, decimal rest, ImmutableArray<(Antwoorden Antwoord, Cirkelrij Rij)> rijen)
    {
        if (rest > 0 && rijen.Where(x => x.Rij.Toereikend).Select(x => x.Antwoord).FirstOrDefault() is { } teVeel)
            return teVeel.Weiger("toereikend", Huishoudcode.CirkelTekort, vraag.Omvang.InWoorden(), (vraag.Omvang with { Aantal = rest }).InWoorden());
        return rest == 0 && !rijen.Any(x => x.Rij.Toereikend)
            ? rijen.Last(x => x.Rij.DraagtBij).Antwoord.Weiger("toereikend", Huishoudcode.CirkelGenoeg, vraag.Omvang.InWoorden())
            : null;
    }

    static Cirkelrij Rij(Antwoorden rij)
    {
        var overgeslagen = rij.JaNee("overgeslagen");
        return new Cirkelrij(
            rij.Id<HulpvraagId>("hulpvraag") ?? new(""), rij.Id<PersoonId>("persoon") ?? new(""), rij.Keuze<Bijdragesoort>("soort") ?? Bijdragesoort.EigenKracht, overgeslagen,
            overgeslagen ? null : rij.Inhoud("wie"), overgeslagen ? null : rij.Inhoud("watDoet"), overgeslagen ? null : rij.Omvang("omvang"),
            !overgeslagen && rij.JaNee("toereikend"), rij.Inhoud("reden"), rij.JaNee("mantelzorgerAkkoord"));
    }
}
