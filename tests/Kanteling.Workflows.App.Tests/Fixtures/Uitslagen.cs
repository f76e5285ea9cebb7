using Kanteling.Workflows.Zaken.Antwoorden;
using Shouldly;

namespace Kanteling.Workflows.App.Tests.Fixtures;

static class Uitslagen
{
    /// <summary>The value; when it was refused the test fails with the reason.</summary>
    public static T Gelukt<T>(this Uitslag<T> uitslag)
    {
        uitslag.Nee?.Code.ShouldBeNull();
        return uitslag.Lukt(out var waarde, out _) ? waarde : default!;
    }
}
