using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Inzage;
using Case = Kanteling.Workflows.Instances.Case;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>The roles are data: what the file says is what <see cref="Bevoegdheid"/> says, and a file that is wrong says so.</summary>
public sealed class RoleTests
{
    /// <summary>What besides a permission asks a relation to a household.</summary>
    static readonly ImmutableHashSet<Handeling> OfHousehold =
    [
        Handeling.HuishoudenZien, Handeling.GebeurtenissenZien, Handeling.TaakZien, Handeling.TaakAfronden, Handeling.TaakTerugdraaien, Handeling.TaakToewijzen,
        Handeling.MogelijkDoen, Handeling.HuishoudenKoppelen,
    ];

    readonly Bevoegdheid access = new(HuishoudenDomein.Domein, Rollen.Meegeleverd);

    public static TheoryData<string> Roles => [.. Rollen.Meegeleverd.Namen];

    static Case Household(DossierSoort kind) => Case.Empty(new("s1"), Huishouden.Leeg with
    {
        Dossiers = Huishouden.Leeg.Dossiers.Add(new("d1"), new Dossier(new("d1"), kind, new("p1"), new Melder(null, null, null), Content.Of(new("d1"), "question", "?"), null, false, default, "wmo") { Behandelaar = new UserReference(new("anna"), "hash") }),
    });

    [Theory]
    [MemberData(nameof(Roles))]
    public void What_a_role_may_do_is_what_the_file_says(string role)
    {
        var (actor, rights) = (new Actor(new("anna"), "Anna", [role], null, null), Rollen.Meegeleverd.Alle.Single(r => r.Naam == role));
        var open = Household(DossierSoort.Melding);
        foreach (var act in Enum.GetValues<Handeling>())
        {
            access.Mag(actor, act).ShouldBe(rights.Mag.Contains(act) && !OfHousehold.Contains(act), $"{act}");
            access.Mag(actor, act, open, new DossierId("d1")).ShouldBe(rights.Mag.Contains(act), $"{act} in a household of his own");
            access.Mag(actor, act, Household(DossierSoort.Veiligheid), new DossierId("d1")).ShouldBe(rights.MagAfgeschermd.Contains(act), $"{act} in a shielded stream of his own");
        }
    }

    [Theory]
    [InlineData("MeldingDoen", "consulent teammanager aanmeldpunt")]
    [InlineData("SignaalGeven", "consulent teammanager aanmeldpunt")]
    [InlineData("EigenWerkZien", "consulent kwaliteitsmedewerker teammanager procesontwerper beheerder aandachtsfunctionaris")]
    [InlineData("HuishoudenZien", "consulent kwaliteitsmedewerker teammanager")]
    [InlineData("GebeurtenissenZien", "consulent teammanager")]
    [InlineData("TaakZien", "consulent kwaliteitsmedewerker teammanager")]
    [InlineData("TaakAfronden", "consulent kwaliteitsmedewerker teammanager")]
    [InlineData("TaakTerugdraaien", "consulent kwaliteitsmedewerker teammanager")]
    [InlineData("TaakToewijzen", "consulent teammanager")]
    [InlineData("MogelijkDoen", "consulent teammanager")]
    [InlineData("HuishoudenKoppelen", "consulent teammanager")]
    [InlineData("BijlageToevoegen", "consulent kwaliteitsmedewerker teammanager")]
    [InlineData("IncidentenZien", "teammanager procesontwerper beheerder")]
    [InlineData("IncidentOplossen", "procesontwerper beheerder")]
    [InlineData("KalenderZien", "consulent kwaliteitsmedewerker teammanager procesontwerper beheerder")]
    [InlineData("KalenderWijzigen", "beheerder")]
    [InlineData("WerkstromenZien", "consulent kwaliteitsmedewerker teammanager procesontwerper beheerder aandachtsfunctionaris")]
    [InlineData("AantallenZien", "teammanager procesontwerper beheerder")]
    [InlineData("TekeningenZien", "consulent kwaliteitsmedewerker teammanager procesontwerper beheerder aandachtsfunctionaris")]
    [InlineData("Tekenen", "procesontwerper")]
    [InlineData("TekeningGoedkeuren", "procesontwerper beheerder")]
    [InlineData("VerloopZien", "procesontwerper")]
    [InlineData("AccountsBeheren", "beheerder")]
    [InlineData("KlokVerzetten", "consulent kwaliteitsmedewerker teammanager procesontwerper beheerder aandachtsfunctionaris")]
    public void A_permission_is_of_these_roles(string act, string roles) =>
        string.Join(' ', Rollen.Meegeleverd.Alle.Where(r => r.Mag.Contains(Enum.Parse<Handeling>(act))).Select(r => r.Naam)).ShouldBe(roles);

    [Fact]
    public void Only_who_watches_is_in_a_shielded_stream_without_being_named() =>
        Rollen.Meegeleverd.Namen.Where(role => access.Mag(new Actor(new("bea"), "Bea", [role], null, null), Handeling.HuishoudenZien, Household(DossierSoort.Veiligheid))).ShouldBe([Rol.Aandachtsfunctionaris]);

    [Theory]
    [InlineData("""{"rollen":[{"naam":"consulent","mag":["Toveren"]}]}""", "Toveren")]
    [InlineData("""{"rollen":[{"naam":"consulent","mag":["3"]}]}""", "3")]
    [InlineData("""{"rollen":[{"naam":"consulent"},{"naam":"consulent"}]}""", "consulent")]
    [InlineData("""{"rollen":[{"mag":[]}]}""", "geen naam")]
    [InlineData("""{"rollen":[{"naam":"consulent","magg":[]}]}""", "magg")]
    [InlineData("""{"rollen":[{"naam":"consulent"}]}""", "ontbreekt")]
    [InlineData("{", "rollen.json")]
    public void A_file_that_is_wrong_says_what_is_wrong(string json, string word) =>
        Should.Throw<InvalidDataException>(() => Rollen.Lees(json)).Message.ShouldContain(word);
}
