namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// The order of the folders of a room, read from <c>folders.txt</c> beside this file: a folder may use what stands on a
/// line below its own. Those on one line do not know each other.
/// </summary>
sealed record FolderOrder(string Room, IReadOnlyList<IReadOnlyList<string>> Lines)
{
    public static IReadOnlyList<FolderOrder> All { get; } = Parse(WorkingCopy.Read("tests/Kanteling.Workflows.Tests/House/folders.txt"));

    public IEnumerable<string> Folders => Lines.SelectMany(line => line);

    public static IReadOnlyList<FolderOrder> Parse(string text)
    {
        var rooms = new List<(string Room, List<IReadOnlyList<string>> Lines)>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')))
        {
            if (line is ['[', .. var room, ']'])
                rooms.Add((room, []));
            else
                rooms[^1].Lines.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return [.. rooms.Select(room => new FolderOrder(room.Room, room.Lines))];
    }

    /// <summary>The edges that do not go down.</summary>
    public IEnumerable<string> Against(FolderGraph graph) => graph.Edges
        .Where(edge => LineOf(edge.From) >= LineOf(edge.To)).Select(edge => $"{Room}: {edge.From} -> {edge.To} ({edge.Why})");

    int LineOf(string folder)
    {
        for (var line = 0; line < Lines.Count; line++)
        {
            if (Lines[line].Contains(folder))
                return line;
        }
        return -1;
    }

    /// <summary>The lines that fit a graph: who uses nobody stands at the bottom, and everybody right above the highest that it uses.</summary>
    public static string Fitting(FolderGraph graph)
    {
        var height = graph.Folders.ToDictionary(folder => folder, _ => 0);
        for (var round = 0; round < graph.Folders.Count; round++)
        {
            foreach (var (from, to, _) in graph.Edges)
                height[from] = Math.Max(height[from], height[to] + 1);
        }
        return string.Join('\n', height.GroupBy(folder => folder.Value, folder => folder.Key).OrderByDescending(line => line.Key).Select(line => string.Join(' ', line)));
    }
}
