using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>One file of Elsa Studio.</summary>
/// <param name="Name">As it is asked for, below the base path.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="IsPacked">It lies there compressed with brotli.</param>
public sealed partial record Studiobestand(string Name, string Path, bool IsPacked)
{
    static readonly FileExtensionContentTypeProvider Types = Known();

    // The same for as long as the program runs, and read only when somebody asks for the file.
    readonly Lazy<string> hash = new(() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path)).AsSpan(0, 12)));

    public string ContentType => Types.TryGetContentType(Name, out var type) ? type : "application/octet-stream";

    /// <summary>Its name changes with what is in it, so that a browser may keep it for ever.</summary>
    public bool IsNamedByContent => HashInName().IsMatch(Name);

    /// <param name="packed">Whether it goes out compressed: another sequence of bytes, so another tag.</param>
    public EntityTagHeaderValue Tag(bool packed) => new($"\"{hash.Value}{(packed ? "-br" : "")}\"");

    // Of the .NET files: ten letters before the end. Of Monaco: a dash and eight.
    [GeneratedRegex(@"^(_framework/.*\.[a-z0-9]{10}\.(js|wasm|dat)|_content/.*\.[a-z0-9]{10}\.bundle\.scp\.css|_content/BlazorMonaco/.*-[\w-]{8}\.(js|css))$")]
    private static partial Regex HashInName();

    static FileExtensionContentTypeProvider Known()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        types.Mappings[".cur"] = "image/x-icon";
        return types;
    }
}
