using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Demo.Platen;

readonly record struct Plaatpunt(int X, int Y);

/// <summary>
/// The arrows between two boxes, drawn as one when they run the same way. Bends are those of the drawing; an arrow leaves
/// and enters a box at the side that its first and last bend face, and without bends it goes straight or in two elbows.
/// </summary>
sealed record Plaatpijl(ImmutableArray<string> Label, bool IsTerug, ImmutableArray<Plaatpunt> Punten)
{
    const int Corner = 9;
    const int Line = 16;

    const int NamesPerLine = 2;

    public static ImmutableArray<Plaatpijl> Alle(ActivityNode flowchart, FlowGraph graph, ImmutableArray<Plaatvak> vakken)
    {
        var byId = vakken.ToDictionary(b => b.Id);
        var bends = Bends(flowchart);
        return
        [
            .. flowchart.Connections.Where(c => byId.ContainsKey(c.Source) && byId.ContainsKey(c.Target))
                .GroupBy(c => (c.Source, c.Target, string.Join(' ', bends.GetValueOrDefault((c.Source, c.Port, c.Target), []))))
                .Select(same => new Plaatpijl(
                    Lines([.. same.Select(c => c.Port).Where(p => p != ActivityTypes.DefaultPort)]), graph.IsBackward(same.First()),
                    Route(byId[same.Key.Source], byId[same.Key.Target], bends.GetValueOrDefault((same.Key.Source, same.First().Port, same.Key.Target), [])))),
        ];
    }

    static ImmutableArray<string> Lines(ImmutableArray<string> ports) =>
        [.. ports.Chunk(NamesPerLine).Select(namen => string.Join(" · ", namen.Select(Word)))];

    static string Word(string port) => port switch { "True" => "ja", "False" => "nee", _ => port };

    static Dictionary<(ActivityId, string, ActivityId), ImmutableArray<Plaatpunt>> Bends(ActivityNode flowchart)
    {
        var bends = new Dictionary<(ActivityId, string, ActivityId), ImmutableArray<Plaatpunt>>();
        foreach (var getekend in flowchart.Property("connections")!.AsArray())
        {
            if (getekend?["vertices"]?.AsArray() is { Count: > 0 } vertices)
            {
                bends[(new(getekend["source"]!["activity"]!.ToString()), getekend["source"]!["port"]?.ToString() ?? ActivityTypes.DefaultPort, new(getekend["target"]!["activity"]!.ToString()))] =
                    [.. vertices.Select(v => new Plaatpunt((int)(double)v!["x"]!, (int)(double)v["y"]!))];
            }
        }
        return bends;
    }

    static ImmutableArray<Plaatpunt> Route(Plaatvak source, Plaatvak target, ImmutableArray<Plaatpunt> bends)
    {
        if (!bends.IsEmpty)
            return [Edge(source, bends[0]), .. bends, Edge(target, bends[^1])];
        if (source.Rechts <= target.X || target.Rechts <= source.X)
            return Sideways(source, target);
        var (vanaf, to) = target.Y >= source.Y ? (source.Onder, target.Y) : (source.Y, target.Onder);
        var x = Math.Clamp(target.Midden, source.X + 20, source.Rechts - 20);
        return x == target.Midden
            ? [new(x, vanaf), new(x, to)]
            : [new(source.Midden, vanaf), new(source.Midden, (vanaf + to) / 2), new(target.Midden, (vanaf + to) / 2), new(target.Midden, to)];
    }

    static ImmutableArray<Plaatpunt> Sideways(Plaatvak source, Plaatvak target)
    {
        var (vanaf, to) = source.Rechts <= target.X ? (source.Rechts, target.X) : (source.X, target.Rechts);
        var y = source.Y + source.Hoogte / 2;
        var into = target.Y + target.Hoogte / 2;
        if (Math.Abs(y - into) < 4)
            return [new(vanaf, y), new(to, y)];
        // Over to the middle of the target, then down or up into it.
        return [new(vanaf, y), new(target.Midden, y), new(target.Midden, into > y ? target.Y : target.Onder)];
    }

    /// <summary>The point of a box that faces a bend: straight above, below or beside it.</summary>
    static Plaatpunt Edge(Plaatvak box, Plaatpunt bend) =>
        bend.X > box.X && bend.X < box.Rechts ? new(bend.X, bend.Y < box.Y ? box.Y : box.Onder)
        : bend.X <= box.X ? new(box.X, Math.Clamp(bend.Y, box.Y + 6, box.Onder - 6))
        : new(box.Rechts, Math.Clamp(bend.Y, box.Y + 6, box.Onder - 6));

    /// <summary>A line with round corners.</summary>
    public string Pad
    {
        get
        {
            var path = new StringBuilder(Inv($"M{Punten[0].X} {Punten[0].Y}"));
            for (var i = 1; i + 1 < Punten.Length; i++)
            {
                var (vooraf, hier, erna) = (Punten[i - 1], Punten[i], Punten[i + 1]);
                var (a, b) = (Toward(hier, vooraf), Toward(hier, erna));
                path.Append(Inv($"L{a.X} {a.Y}Q{hier.X} {hier.Y} {b.X} {b.Y}"));
            }
            return path.Append(Inv($"L{Punten[^1].X} {Punten[^1].Y}")).ToString();
        }
    }

    static Plaatpunt Toward(Plaatpunt vanaf, Plaatpunt to)
    {
        var length = Math.Max(Math.Abs(to.X - vanaf.X), Math.Abs(to.Y - vanaf.Y));
        var step = Math.Min(Corner, length / 2);
        return length == 0 ? vanaf : new(vanaf.X + (to.X - vanaf.X) * step / length, vanaf.Y + (to.Y - vanaf.Y) * step / length);
    }

    bool GoesDownFirst => Punten[0].X == Punten[1].X;

    bool GoesLeftFirst => Punten[1].X < Punten[0].X;

    Plaatpunt LabelAt => GoesDownFirst
        ? new(Punten[0].X + 8, Punten[1].Y > Punten[0].Y ? Punten[0].Y + 18 : Punten[0].Y - 9 - Line * (Label.Length - 1))
        : new(Punten[0].X + (GoesLeftFirst ? -8 : 8), Punten[0].Y - 6 - Line * (Label.Length - 1));

    /// <summary>Each line of the label with its place.</summary>
    public IEnumerable<(string Text, int X, int Y)> Labelregels => Label.Index().Select(regel => (regel.Item, LabelAt.X, LabelAt.Y + Line * regel.Index));

    public string Labelplek => !GoesDownFirst && GoesLeftFirst ? "end" : "start";

    static string Inv(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
