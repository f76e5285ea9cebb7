using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// A number of a task is no number of an instance, and a dossier is no person: each has a type of its own (Ids.cs), so that mixing
/// them up does not compile. What goes to and from a browser, and what is typed on a command line, is bare: those are in allowed.txt.
/// </summary>
public partial class IdTests
{
    [Fact]
    public void What_is_called_after_an_id_has_the_type_of_that_id() => WorkingCopy.CSharp("src")
        .SelectMany(file => Bare().Matches(file.Code).Where(_ => !Allowed.Covers("bareid", file.Path)).Select(found => $"{file.Path}:{file.LineOf(found.Index)} {found.Value}"))
        .ShouldBeEmpty("give it the type that Ids.cs has for it, or a line in allowed.txt");

    [Theory]
    [InlineData("record Done(long Task, string Why);")]
    [InlineData("public long? Instance { get; init; }")]
    [InlineData("public required string Dossier { get; init; }")]
    [InlineData("void Open(string? dossier, long execution)")]
    [InlineData("Task AddAsync(User user, string actor, DateTimeOffset now)")]
    [InlineData("record Zicht(string Gebruiker, string? Team)")]
    [InlineData("public required string DrawnBy { get; set; }")]
    [InlineData("UserId? From, Reference? Behandelaar")]
    [InlineData("record TaskAddress(string? Relation, string? Role, string? Team);")]
    [InlineData("Task ReadAsync(string stream)")]
    public void A_bare_one_is_found(string code) => Bare().IsMatch(code).ShouldBeTrue();

    [Theory]
    [InlineData("record Done(TaskId Task, DossierId? Dossier);")]
    [InlineData("const string Dossier = x;")]
    [InlineData("long version, string reason")]
    [InlineData("record Asked(ActorId Actor, UserId? Assignee, UserReference? Behandelaar);")]
    public void What_is_typed_or_is_no_id_is_left_alone(string code) => Bare().IsMatch(code).ShouldBeFalse();

    [Fact]
    public void An_id_has_no_conversion_to_or_from_what_it_is_made_of() =>
        WorkingCopy.Read("src/Kanteling.Workflows/Ids.cs").ShouldNotContain(" operator ");

    // A behandelaar as text is a name in a letter. A message as text is words, or {stream}-{n} of another stream.
    [GeneratedRegex(@"(?<!const )\b(?:(?:long|int|string)\?? (?:[tT]ask|[iI]nstance|[eE]xecution|[dD]eadline|[dD]ossier|[hH]eronderzoek)|(?:long|int)\?? (?:[mM]essage|[iI]ncident|[wW]ait)|string\?? (?:[sS]tream|[cC]ommandId|[uU]pload|[aA]ctor|[uU]ser|[aA]ssignee|[oO]wner|By|[dD]rawnBy|[cC]losedBy|[aA]pprovedBy|[gG]ebruiker|[oO]psteller|[vV]aststeller|[bB]esluiter|[tT]eam|[wW]ijkteam)|Reference\?? (?:[bB]ehandelaar|[gG]ebruiker|[cC]ontactpersoon))(?:Id)?\b(?!\s*\()")]
    private static partial Regex Bare();
}
