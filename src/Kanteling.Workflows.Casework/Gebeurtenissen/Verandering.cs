using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>A household with one of its parts changed; as it was when that part is not there.</summary>
static class Verandering
{
    public static Huishouden Verander(this Huishouden h, DossierId dossier, Func<Dossier, Dossier> verander) =>
        h.Dossiers.TryGetValue(dossier, out var d) ? h with { Dossiers = h.Dossiers.SetItem(dossier, verander(d)) } : h;

    public static Huishouden VeranderOndersteuning(this Huishouden h, OndersteuningId id, Func<Ondersteuning, Ondersteuning> verander) =>
        h.MetId(id) is { } o ? h with { Ondersteuning = h.Ondersteuning.Replace(o, verander(o)) } : h;

    public static Huishouden VeranderPersoon(this Huishouden h, PersoonId id, Func<Persoon, Persoon> verander) =>
        h.Persoon(id) is { } p ? h with { Personen = h.Personen.Replace(p, verander(p)) } : h;
}
