namespace Kanteling.Workflows.Tests.House;

/// <summary>The working copy as it lies on disk: what the wall tests look at.</summary>
static class WorkingCopy
{
    static readonly string[] SkippedFolders =
        ["bin", "obj", "node_modules", ".git", "dist", "TestResults", ".vs", ".idea", "BenchmarkDotNet.Artifacts"];

    static readonly string[] TextEndings =
    [
        ".cs", ".razor", ".csproj", ".props", ".sln", ".md", ".json", ".ts", ".tsx", ".js", ".mjs", ".css", ".html",
        ".sh", ".sql", ".txt", ".yml", ".yaml", ".xml", ".feel", ".csv"
    ];

    public static string Root { get; } = FindRoot();

    /// <summary>The C# files below a folder, read and split into code, strings and comments.</summary>
    public static IReadOnlyList<SourceFile> CSharp(string folder) =>
        [.. Files(folder).Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => SourceFile.Parse(path, File.ReadAllText(Path.Combine(Root, path))))];

    /// <summary>Relative paths, with forward slashes, of all files below a folder that somebody wrote.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? Walk(start).Select(Relative).Order(StringComparer.Ordinal) : [];
    }

    public static IEnumerable<string> TextFiles() => Files("").Where(IsText);

    public static IEnumerable<string> Folders(string folder) =>
        Files(folder).Select(path => Path.GetDirectoryName(path)!.Replace('\\', '/')).Distinct();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    static bool IsText(string path)
    {
        var name = Path.GetFileName(path);
        return name is "run" or "LICENSE" or "NOTICE" or ".editorconfig" or ".gitignore"
               || (TextEndings.Contains(Path.GetExtension(name)) && !name.EndsWith("lock.json", StringComparison.Ordinal));
    }

    static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !SkippedFolders.Contains(Path.GetFileName(child))).SelectMany(Walk));

    static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kanteling.Workflows.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The wall tests run inside the working copy.");
    }
}
