using System.Globalization;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

public class CronExpressionTests
{
    static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("0 0 5 * * *", "2026-03-02T09:00:00Z", "2026-03-03T05:00:00Z")]
    [InlineData("0 5 * * *", "2026-03-02T04:59:59Z", "2026-03-02T05:00:00Z")]
    [InlineData("* * * * * *", "2026-12-31T23:59:59.5Z", "2027-01-01T00:00:00Z")]
    [InlineData("30 15 10 ? * MON-FRI", "2026-03-06T10:15:30Z", "2026-03-09T10:15:30Z")]
    [InlineData("0 0 0 1 JAN,JUL ?", "2026-03-02T00:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("0 */20 8-9 * * *", "2026-03-02T08:40:00Z", "2026-03-02T09:00:00Z")]
    [InlineData("0 5/20 * * * *", "2026-03-02T08:25:00Z", "2026-03-02T08:45:00Z")]
    [InlineData("0 0 22-1 * * *", "2026-03-02T23:00:00Z", "2026-03-03T00:00:00Z")]
    [InlineData("0 0 12 L * *", "2028-02-01T00:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData("0 0 12 13 * FRI", "2026-03-14T00:00:00Z", "2026-11-13T12:00:00Z")]
    [InlineData("0 0 12 * * 7", "2026-03-02T00:00:00Z", "2026-03-08T12:00:00Z")]
    [InlineData("0 0 12 * * FRI-MON", "2026-03-09T12:00:00Z", "2026-03-13T12:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-02T00:00:00Z", "2028-02-29T00:00:00Z")]
    public void The_next_moment_in_utc(string cron, string after, string expected) =>
        Next(cron, after, TimeZoneInfo.Utc).ShouldBe(Moment(expected));

    [Theory]
    [InlineData("")]
    [InlineData("0 5 * *")]
    [InlineData("a b c d e f")]
    [InlineData("60 0 5 * * *")]
    [InlineData("0 0 24 * * *")]
    [InlineData("0 0 5 0 * *")]
    [InlineData("0 0 5 * 13 *")]
    [InlineData("0 0 5 * * 8")]
    [InlineData("0 0/0 5 * * *")]
    [InlineData("0 1-2-3 5 * * *")]
    [InlineData("0 1/2/3 5 * * *")]
    [InlineData("0 , 5 * * *")]
    [InlineData("0 0 5 L-3 * *")]
    [InlineData("0 0 5 * * * *")]
    [InlineData("0 -1 5 * * *")]
    public void What_is_no_cron_expression_is_refused(string text) => CronExpression.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_wrong_text_is_named_when_parsing() =>
        Should.Throw<FormatException>(() => CronExpression.Parse("elke dag")).Message.ShouldContain("elke dag");

    [Fact]
    public void A_day_that_never_comes_gives_nothing() =>
        CronExpression.Parse("0 0 0 30 2 *").Next(Moment("2026-03-02T00:00:00Z"), TimeZoneInfo.Utc).ShouldBeNull();

    [Fact]
    public void The_ends_of_time_give_nothing_and_no_exception()
    {
        var cron = CronExpression.Parse("* * * * * *");

        cron.Next(DateTimeOffset.MaxValue, Amsterdam).ShouldBeNull();
        cron.Next(DateTimeOffset.MinValue, Amsterdam).ShouldBeNull();
    }

    [Fact]
    public void The_moment_carries_the_offset_of_the_zone()
    {
        Next("0 0 5 * * *", "2026-01-10T12:00:00Z", Amsterdam)!.Value.ToString("o").ShouldBe("2026-01-11T05:00:00.0000000+01:00");
        Next("0 0 5 * * *", "2026-07-10T12:00:00Z", Amsterdam)!.Value.ToString("o").ShouldBe("2026-07-11T05:00:00.0000000+02:00");
    }

    // 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00.

    [Fact]
    public void An_hour_that_is_skipped_is_made_up_for_at_the_jump_and_only_once()
    {
        Walk("0 30 2 * * *", "2026-03-28T12:00:00+01:00", 2).ShouldBe(["03-29 03:00 +02:00", "03-30 02:30 +02:00"]);
        Walk("0 10,30 2 * * *", "2026-03-28T12:00:00+01:00", 2).ShouldBe(["03-29 03:00 +02:00", "03-30 02:10 +02:00"]);
    }

    [Fact]
    public void A_doubled_hour_acts_in_its_first_half_only() =>
        Walk("0 30 2 * * *", "2026-10-24T12:00:00+02:00", 2).ShouldBe(["10-25 02:30 +02:00", "10-26 02:30 +01:00"]);

    [Fact]
    public void A_named_hour_does_not_act_again_when_asked_within_the_second_half() =>
        Next("0 30 2 * * *", "2026-10-25T02:10:00+01:00", Amsterdam).ShouldBe(Moment("2026-10-26T02:30:00+01:00"));

    [Fact]
    public void What_repeats_skips_the_hour_that_is_not_there() =>
        Walk("0 */30 * * * *", "2026-03-29T01:00:00+01:00", 3).ShouldBe(["03-29 01:30 +01:00", "03-29 03:00 +02:00", "03-29 03:30 +02:00"]);

    [Fact]
    public void What_repeats_goes_through_both_halves_of_the_doubled_hour() =>
        Walk("0 */30 * * * *", "2026-10-25T01:30:00+02:00", 6).ShouldBe(
        [
            "10-25 02:00 +02:00", "10-25 02:30 +02:00", "10-25 02:00 +01:00", "10-25 02:30 +01:00", "10-25 03:00 +01:00", "10-25 03:30 +01:00",
        ]);

    [Theory]
    [InlineData("0 */7 * * * *")]
    [InlineData("0 15 2 * * *")]
    [InlineData("30 59 1-3 * * *")]
    [InlineData("0 0 */2 * * *")]
    public void Over_two_years_the_next_moment_always_lies_ahead(string cron)
    {
        var expression = CronExpression.Parse(cron);
        var moment = Moment("2026-03-27T00:00:00Z");
        for (var step = 0; step < 3_000; step++)
        {
            var next = expression.Next(moment, Amsterdam)!.Value;
            next.ShouldBeGreaterThan(moment);
            moment = next;
        }
    }

    static List<string> Walk(string cron, string after, int steps)
    {
        var moments = new List<string>();
        var moment = Moment(after);
        for (var step = 0; step < steps; step++)
        {
            moment = CronExpression.Parse(cron).Next(moment, Amsterdam)!.Value;
            moments.Add(moment.ToString("MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        }
        return moments;
    }

    static DateTimeOffset? Next(string cron, string after, TimeZoneInfo zone) => CronExpression.Parse(cron).Next(Moment(after), zone);

    static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
