namespace Kanteling.Workflows.App.Tests.Fixtures;

/// <summary>A folder of its own for one test, gone with all that lies in it when the test ends.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kanteling-").FullName;

    /// <summary>The full path of a file in the folder; the file itself need not exist.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
