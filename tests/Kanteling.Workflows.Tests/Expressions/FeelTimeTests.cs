using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Expressions;

public sealed class FeelTimeTests
{
    [Theory]
    [InlineData("@\"2026-01-31\" + @\"P1M\"", "2026-02-28")]
    [InlineData("@\"2026-01-31\" + @\"P1D\"", "2026-02-01")]
    [InlineData("@\"2026-01-31\" + @\"PT36H\"", "2026-02-01")]
    [InlineData("@\"2026-01-31\" - @\"P1Y\"", "2025-01-31")]
    [InlineData("@\"2026-01-31\" - @\"2026-01-01\"", "P30D")]
    [InlineData("@\"9999-12-31\" + @\"P1D\"", "null")]
    [InlineData("@\"23:00:00\" + @\"PT2H\"", "01:00:00")]
    [InlineData("@\"10:00:00\" - @\"09:30:00\"", "PT30M")]
    [InlineData("@\"P1D\" * 2.5", "P2DT12H")]
    [InlineData("@\"P1D\" / @\"PT12H\"", "2")]
    [InlineData("@\"P1M\" + @\"P1D\"", "null")]
    [InlineData("-@\"P1Y2M\"", "-P1Y2M")]
    [InlineData("@\"2026-01-01T10:00:00Z\" = @\"2026-01-01T11:00:00+01:00\"", "true")]
    [InlineData("@\"2026-01-01\" < @\"2026-01-02\"", "true")]
    [InlineData("@\"2026-01-01\" in [@\"2025-12-31\"..@\"2026-01-01\"]", "true")]
    public void Dates_times_and_durations_add_and_compare(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("@\"2026-01-01T10:00:00\"", "2026-01-01T10:00:00+01:00")]
    [InlineData("@\"2026-01-01T10:00:00\" + @\"P6M\"", "2026-07-01T10:00:00+02:00")]
    [InlineData("@\"2026-03-28T10:00:00\" + @\"P1D\"", "2026-03-29T11:00:00+02:00")]
    [InlineData("@\"2026-01-01T10:00:00Z\" + @\"P6M\"", "2026-07-01T10:00:00Z")]
    [InlineData("now()", "2026-07-02T00:30:00+02:00")]
    [InlineData("today()", "2026-07-02")]
    public void The_zone_of_the_environment_rules_local_time(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("@\"2026-01-05\".weekday", "1")]
    [InlineData("@\"2026-01-04\".weekday", "7")]
    [InlineData("@\"2026-01-05T10:20:30.5Z\".second", "30.5")]
    [InlineData("@\"2026-01-05T10:20:30+01:00\".time offset", "PT1H")]
    [InlineData("@\"P14M\".years", "1")]
    [InlineData("@\"P1DT26H\".hours", "2")]
    [InlineData("[1..3].start", "1")]
    public void Values_of_time_have_parts(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("date(2026, 2, 28)", "2026-02-28")]
    [InlineData("date(2026, 2, 29)", "null")]
    [InlineData("date(\"2026-02-30\")", "null")]
    [InlineData("time(10, 20, 30)", "10:20:30")]
    [InlineData("time(\"10:20\")", "10:20:00")]
    [InlineData("date and time(@\"2026-01-01\", @\"10:00:00Z\")", "2026-01-01T10:00:00Z")]
    [InlineData("date(@\"2026-01-01T23:00:00Z\")", "2026-01-01")]
    [InlineData("duration(\"P1Y1D\")", "null")]
    [InlineData("duration(\"PT90M\")", "PT1H30M")]
    [InlineData("duration(\"P1D2H\")", "null")]
    [InlineData("duration(\"PT\")", "null")]
    [InlineData("duration(\"P99999999999Y\")", "null")]
    [InlineData("years and months duration(@\"2025-01-31\", @\"2026-02-28\")", "P1Y")]
    [InlineData("years and months duration(@\"2026-03-15\", @\"2026-01-20\")", "-P1M")]
    [InlineData("day of week(@\"2026-01-01\")", "Thursday")]
    [InlineData("week of year(@\"2026-01-01\")", "1")]
    public void Functions_make_values_of_time(string text, string expected) => text.ShouldGive(expected);

    [Theory]
    [InlineData("werkdagen(@\"2026-01-01\", @\"2026-01-09\")", "8")]
    [InlineData("plus werkdagen(@\"2026-01-01\", 8)", "2026-01-09")]
    [InlineData("plus werkdagen(@\"2026-01-01\", 1000000)", "null")]
    [InlineData("plus werkdagen(@\"1066-10-14\", 1)", "null")]
    public void Working_days_are_counted_by_the_environment(string text, string expected) => text.ShouldGive(expected);

    [Fact]
    public void Without_a_calendar_working_days_are_null() =>
        FeelFacts.Parsed("werkdagen(today(), today())")
            .Evaluate(FeelContext.Empty, new FeelEnvironment(FeelFacts.World.Now, TimeZoneInfo.Utc)).Value.ShouldBe(FeelNull.Instance);
}
