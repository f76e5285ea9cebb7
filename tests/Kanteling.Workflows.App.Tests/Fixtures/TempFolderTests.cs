namespace Kanteling.Workflows.App.Tests.Fixtures;

public sealed class TempFolderTests
{
    [Fact]
    public void Two_folders_are_apart_and_leave_nothing_behind()
    {
        string path;
        using (var folder = new TempFolder())
        using (var other = new TempFolder())
        {
            path = folder.Path;
            File.WriteAllText(folder.File("a.db"), "a");
            File.Exists(other.File("a.db")).ShouldBeFalse();
        }
        Directory.Exists(path).ShouldBeFalse();
    }
}
