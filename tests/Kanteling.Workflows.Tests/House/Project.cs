using System.Xml.Linq;

namespace Kanteling.Workflows.Tests.House;

/// <summary>What one csproj asks: the rooms it refers to and the packages it restores.</summary>
sealed record Project(string Room, IReadOnlyList<string> Rooms, IReadOnlyList<string> Packages)
{
    public static Project Parse(string room, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToList();
        return new(room, Included(items, "ProjectReference").Select(RoomOf).Order().ToList(), Included(items, "PackageReference").ToList());
    }

    public static IReadOnlyList<Project> OfTheProduct() =>
        [.. WorkingCopy.Files("src").Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => Parse(RoomOf(path), WorkingCopy.Read(path)))];

    /// <summary>Packages that the room's table does not name. A name ending in a dot allows what starts with it.</summary>
    public IEnumerable<string> PackagesOutside(IReadOnlyList<string> allowed) =>
        Packages.Where(package => !allowed.Any(name =>
            name.EndsWith('.') ? package.StartsWith(name, StringComparison.Ordinal) : package == name));

    static IEnumerable<string> Included(IEnumerable<XElement> items, string kind) =>
        items.Where(item => item.Name.LocalName == kind).Select(item => (string?)item.Attribute("Include")).OfType<string>();

    static string RoomOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')) switch
    {
        "Kanteling.Workflows" => "engine",
        var name => name["Kanteling.Workflows.".Length..]
    };
}
