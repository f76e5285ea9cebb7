namespace Kanteling.Workflows.App.Tests.Fixtures;

/// <summary>Where PostgreSQL's programs lie: in the PATH, or where Debian puts each major version.</summary>
static class PostgresBinaries
{
    public static string Find() => Find("/usr/lib/postgresql", Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>The newest of Debian's folders, else the folder in the PATH that initdb really lies in.</summary>
    /// <exception cref="InvalidOperationException">Neither has one; the message says how to install it.</exception>
    public static string Find(string debian, string path) =>
        Versions(debian).Concat(path.Split(':')).FirstOrDefault(HasBoth)
        ?? throw new InvalidOperationException("This test needs PostgreSQL: apt-get install postgresql");

    static IEnumerable<string> Versions(string debian) => Directory.Exists(debian)
        ? Directory.GetDirectories(debian).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin"))
        : [];

    static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;

    static bool HasBoth(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
