using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>The end of retention: destroys procedures of a household, or the whole stream, and shows what is left to prove it.</summary>
static class Vernietigopdracht
{
    /// <param name="dossiers">Empty for the whole stream.</param>
    /// <param name="door">Who does it: the name that this person signs in by.</param>
    /// <returns>0 when it is destroyed.</returns>
    public static async Task<int> DraaiAsync(OpenStorage storage, StreamId stream, ImmutableArray<string> dossiers, string grond, string door, TextWriter uitvoer)
    {
        await using var open = storage;
        if (await storage.Users.FindByLoginAsync(door) is not { } wie)
        {
            await uitvoer.WriteLineAsync($"Er is geen gebruiker die zich aanmeldt als \"{door}\". Zeg met --door wie dit doet: dat staat in de verklaring.");
            return 1;
        }
        var (motor, asking) = (Opdrachtregel.MotorOp(storage), new Asking($"{stream}:{string.Join(',', dossiers)}:{grond}", wie.Id.Actor, "opdracht", true));
        if (await motor.ReadAsync(stream) is null && await storage.Store.DeclarationAsync(stream, default) is null)
        {
            await uitvoer.WriteLineAsync($"{stream} is er niet.");
            return 1;
        }
        var antwoord = dossiers.IsEmpty ? await motor.DestroyAsync(stream, grond, asking) : await motor.DestroyAsync(stream, [.. dossiers.Select(DossierId.Of)], grond, asking);
        if (antwoord is Answer.Refused geweigerd)
        {
            foreach (var reden in geweigerd.Refusals)
                await uitvoer.WriteLineAsync(Casework.Zinnen.Voor(reden.Code, reden.Arguments));
            return 1;
        }
        if (await storage.Store.DeclarationAsync(stream, default) is not { } verklaring)
        {
            await uitvoer.WriteLineAsync("Vernietigd. Het huishouden zelf, met zijn namen en zijn andere dossiers, is er nog.");
            return 0;
        }
        await uitvoer.WriteLineAsync("Een meldcode over dit huishouden staat apart en gaat hier niet mee. Of er een is, weet de aandachtsfunctionaris.");
        await uitvoer.WriteAsync(verklaring.Text);
        await uitvoer.WriteLineAsync($"handtekening: {Convert.ToBase64String(verklaring.Signature.Span)}");
        await uitvoer.WriteLineAsync(storage.Store.Keys.Keys.First(sleutel => sleutel.Id == verklaring.KeyId).PublicKey);
        return 0;
    }
}
