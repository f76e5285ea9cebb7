using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage;

/// <summary>
/// Who asked for a household by who lives in it. The law of this file: a question is written before it is answered, and what was shown before it is seen.
/// A year later the question goes; the looks that it gave stay with the households.
/// </summary>
public sealed class EmergencyQuestions
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    readonly RegisterStore registers;

    internal EmergencyQuestions(RegisterStore registers) => this.registers = registers;

    /// <summary>Writes a question, unless this user asked so many already.</summary>
    /// <param name="within">In how long before it.</param>
    /// <returns>False when it was one too many: then nothing is written.</returns>
    public Task<bool> TakeAsync(EmergencyQuestion question, int most, TimeSpan within) => registers.WriteAsync(question.UserId.Actor, question.At, async db =>
    {
        // Holds the user until this is over, so that of many in the same moment no more pass than there may be.
        await SessionEnds.HoldAsync(db, question.UserId);
        var since = question.At - within;
        if (await db.Rows<EmergencyQuestion>().CountAsync(q => q.UserId == question.UserId && q.At > since) >= most)
            return false;
        var old = (question.At - Kept).UtcTicks;
        await db.Database.ExecuteSqlAsync($"DELETE FROM emergency_shown WHERE question IN (SELECT id FROM emergency_questions WHERE at < {old})");
        await db.Database.ExecuteSqlAsync($"DELETE FROM emergency_questions WHERE at < {old}");
        db.Add(question);
        return true;
    }, together: true);

    /// <summary>Writes of which households something will be shown.</summary>
    public Task ShownAsync(EmergencyQuestion question, IReadOnlyCollection<StreamId> streams) => registers.WriteAsync(question.UserId.Actor, question.At, db =>
    {
        db.AddRange(streams.Select(stream => new EmergencyShown { Question = question.Id, Stream = stream }));
        return Task.FromResult(true);
    });

    /// <summary>Those of a user, the last one first, with what was shown.</summary>
    public async Task<IReadOnlyList<(EmergencyQuestion Question, IReadOnlyList<StreamId> Shown)>> OfAsync(UserId user, int most) => await registers.ReadAsync(async db =>
    {
        var questions = await db.Rows<EmergencyQuestion>().Where(q => q.UserId == user).OrderByDescending(q => q.At).ThenBy(q => q.Id).Take(most).ToListAsync();
        var ids = questions.Select(q => q.Id).ToList();
        var shown = (await db.Rows<EmergencyShown>().Where(s => ids.Contains(s.Question)).ToListAsync()).ToLookup(s => s.Question, s => s.Stream);
        return questions.Select(q => (q, (IReadOnlyList<StreamId>)[.. shown[q.Id]])).ToList();
    });
}
