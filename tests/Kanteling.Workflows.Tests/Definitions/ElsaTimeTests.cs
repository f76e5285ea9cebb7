using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

public class ElsaTimeTests
{
    [Theory]
    [InlineData("00:05:00", "00:05:00")]
    [InlineData("42.00:00:00", "42.00:00:00")]
    [InlineData("1.02:03:04.5", "1.02:03:04.5000000")]
    [InlineData(" 00:01:00 ", "00:01:00")]
    [InlineData("P7D", "7.00:00:00")]
    [InlineData("PT1H", "01:00:00")]
    [InlineData("P6W", "42.00:00:00")]
    [InlineData("P1DT2H3M4.5S", "1.02:03:04.5000000")]
    [InlineData("-PT15M", "-00:15:00")]
    public void A_duration_is_read(string text, string expected)
    {
        ElsaTime.TryParseDuration(text, out var duration).ShouldBeTrue();
        duration.ShouldBe(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("P1DT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("PT")]
    [InlineData("P999999999W")]
    [InlineData("P99999999999999999999999999999999D")]
    [InlineData("zes weken")]
    [InlineData("25:00:00:00:00")]
    public void What_is_no_duration_is_refused(string? text) => ElsaTime.TryParseDuration(text, out _).ShouldBeFalse();

    [Fact]
    public void A_moment_without_an_offset_is_utc()
    {
        ElsaTime.TryParseMoment("2026-03-02T09:00:00", out var moment).ShouldBeTrue();
        moment.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        ElsaTime.TryParseMoment("2026-03-02T09:00:00+01:00", out moment).ShouldBeTrue();
        moment.UtcDateTime.Hour.ShouldBe(8);
        ElsaTime.TryParseMoment("morgen", out _).ShouldBeFalse();
    }
}
