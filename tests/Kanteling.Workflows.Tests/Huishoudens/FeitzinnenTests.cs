using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class FeitzinnenTests
{
    /// <summary>What says nothing to a reader of a timeline by itself: another fact of the same commit tells it.</summary>
    static readonly Type[] Zwijgend =
    [
        typeof(HuishoudenGeopend), typeof(PersoonToegevoegd), typeof(BehandelaarToegewezen), typeof(DossierGekoppeld), typeof(OndersteuningVoorgesteld), typeof(VoorstelVervallen),
        typeof(AfschaalplanVastgelegd), typeof(HeronderzoekBegonnen),
    ];

    public static TheoryData<string> Namen => [.. Gebeurtenisnamen.Alle.Select(e => $"{e.Name}/{e.Number}")];

    [Theory]
    [MemberData(nameof(Namen))]
    public void Every_fact_has_a_sentence_on_the_timeline_or_is_known_to_say_nothing(string naam)
    {
        var soort = Gebeurtenisnamen.Alle.Single(e => $"{e.Name}/{e.Number}" == naam).Type;
        var zin = Feitzinnen.Van(new Gevuld(_ => 0).Maak(soort), Huishouden.Leeg, SocialeKaart.Leeg);
        if (Zwijgend.Contains(soort))
        {
            zin.ShouldBeNull();
            return;
        }
        zin.ShouldNotBeNull();
        zin.Kop.ShouldNotBeNullOrWhiteSpace();
        zin.Soort.ShouldBeOneOf("wet", "werk", "contact", "stop", "feit");
    }
}
