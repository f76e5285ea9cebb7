using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Tests.Expressions;

/// <summary>Asks feelin, the npm package, what it makes of a series of expressions.</summary>
static class FeelOracle
{
    const string HowToInstall = "The FEEL oracle needs Node.js 20 or newer with npm on the PATH (https://nodejs.org).";

    internal static async Task<List<JsonNode>> Ask(IEnumerable<string> expressions, string variables)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            await Run("npm", ["ci", "--no-audit", "--no-fund"], folder, "");
        var questions = expressions.Select(text =>
            new JsonObject { ["expression"] = text, ["context"] = JsonNode.Parse(variables) }.ToJsonString());
        var answers = await Run("node", ["oracle.mjs"], folder, string.Join('\n', questions) + "\n");
        return [.. answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    static string Folder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, "tests", "feel-oracle")))
            directory = directory.Parent;
        return Path.Combine(directory.ShouldNotBeNull("tests/feel-oracle is not above the test assembly").FullName, "tests", "feel-oracle");
    }

    static async Task<string> Run(string program, string[] arguments, string folder, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)} failed. {HowToInstall}\n{await errors}");
        return await output;
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start).ShouldNotBeNull();
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{start.FileName} is not there. {HowToInstall}", missing);
        }
    }
}
