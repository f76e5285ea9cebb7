using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>What the machine is like: where may be written, which language and which time zone it has.</summary>
public sealed partial class MachineTests : IDisposable
{
    /// <summary>Everything read only, save one folder; and it proves that before it starts.</summary>
    const string ReadOnly = """
        set -eu
        free=$1; shift
        mount --make-rprivate /
        mount --bind "$free" "$free"
        findmnt -rno TARGET | while read -r at; do
          case "$at" in "$free"|/proc|/proc/*|/sys|/sys/*) ;; *) mount -o remount,bind,ro "$at" 2>/dev/null || true ;; esac
        done
        for at in /tmp /var/tmp /dev/shm /root "$PWD"; do
          if touch "$at/kanteling-proef" 2>/dev/null; then echo "$at can be written to"; exit 1; fi
        done
        touch "$free/kanteling-proef"; rm "$free/kanteling-proef"
        exec "$@"
        """;

    readonly TempFolder folder = new();

    [Fact]
    public async Task With_one_folder_to_write_in_it_starts_takes_a_melding_and_a_file_and_starts_again_and_all_that_it_made_is_for_its_user_alone()
    {
        Needs("unshare", "util-linux");
        var data = folder.File("data");
        Directory.CreateDirectory(data);
        string household;
        await using (var server = await StartReadOnlyAsync(data))
        {
            using var anna = await server.AsAsync("anna");
            household = await anna.MeldAsync();
            (await (await anna.GetAsync("/api/v1/taken?status=open")).ReadAsync(200))["items"]!.AsArray().ShouldContain(t => t!["huishoudenId"]!.ToString() == household);
            await ShouldTakeFileAsync(anna, household);
            await ShouldTakeDrawingAsync(server);
            ShouldBeForOneAlone(data);
            await server.StopAsync();
            server.Output.ShouldNotContain("Exception");
        }
        ShouldBeForOneAlone(data);
        await using var again = await StartReadOnlyAsync(data);
        using var client = await again.AsAsync("anna");
        (await (await client.GetAsync($"/api/v1/huishoudens/{household}/bijlagen")).ReadAsync(200)).ToJsonString().ShouldContain("verslag");
    }

    [Theory]
    [InlineData("tr_TR.UTF-8", "Pacific/Auckland")]
    [InlineData("th_TH.UTF-8", "America/Los_Angeles")]
    [InlineData("fa_IR.UTF-8", "Asia/Tehran")]
    public async Task It_answers_alike_in_every_language_and_time_zone_of_the_machine(string language, string zone)
    {
        var here = await AnswersAsync("here.db");
        var there = await AnswersAsync("there.db", ("LANG", language), ("LC_ALL", language), ("TZ", zone), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"));
        foreach (var (address, text) in here)
            there[address].Split('\n').Except(text.Split('\n')).ShouldBeEmpty(address + "\n" + string.Join('\n', text.Split('\n').Except(there[address].Split('\n'))));
    }

    /// <summary>Some answers, without ids, seals and moments.</summary>
    async Task<Dictionary<string, string>> AnswersAsync(string database, params (string Name, string? Value)[] environment)
    {
        HouseTemplates.CopySqlite(folder.File(database));
        await using var server = await PlacedServer.StartAsync(folder.File(database), environment);
        using var anna = await server.AsAsync("anna");
        using var bram = await server.AsAsync("bram");
        var household = await anna.MeldAsync("Familie Iıİi");
        var task = (await (await anna.GetAsync("/api/v1/taken?status=open")).ReadAsync(200))["items"]!.AsArray().First(t => t!["huishoudenId"]!.ToString() == household)!["id"]!.ToString();
        var answers = new Dictionary<string, string>();
        foreach (var (name, client, path) in ((string, HttpClient, string)[])
        [
            ("tasks", anna, "/api/v1/taken?status=open"), ("task", anna, "/api/v1/taken/" + task), ("household", anna, "/api/v1/huishoudens/" + household), ("events", anna, $"/api/v1/huishoudens/{household}/gebeurtenissen"),
            ("calendar", anna, "/api/v1/kalender"), ("page of the task", anna, "/taken/" + task), ("page of the household", anna, "/huishoudens/" + household), ("work", anna, "/"), ("drawings", bram, "/studio?zoek=TOEGANG"),
            ("found", anna, "/api/v1/huishoudens?zoek=familie%20IIII"), ("flow", bram, "/elsa/api/workflow-definitions?searchTerm=TOEGANG"), ("nobody", anna, "/api/v1/taken/9999"),
        ])
        {
            using var answer = await client.GetAsync(path);
            answers[name] = $"{(int)answer.StatusCode} {Plain(await answer.Content.ReadAsStringAsync(), household)}";
        }
        answers["household"].ShouldStartWith("200");
        answers["drawings"].ShouldStartWith("200");
        return answers;
    }

    static string Plain(string text, string household) => Changing().Replace(text.Replace(household, "H"), "…");

    async Task<PlacedServer> StartReadOnlyAsync(string data) => await PlacedServer.StartAsync(
        [.. Environment.UserName == "root" ? (string[])["unshare", "-m"] : ["unshare", "-r", "-m"], "sh", "-c", ReadOnly, "read-only", data], ["--urls", "http://127.0.0.1:0"],
        PlacedServer.Demo(Path.Combine(data, "kanteling.db"), ("HOME", null), ("TMPDIR", null)));

    static async Task ShouldTakeFileAsync(HttpClient anna, string household)
    {
        var page = await (await anna.GetAsync($"/huishoudens/{household}/bijlagen")).Content.ReadAsStringAsync();
        var dossier = Regex.Match(page, "name=\"dossier\"[^>]*value=\"([^\"]+)\"|<option value=\"([^\"]+)\"").Groups.Values.Skip(1).First(g => g.Value.Length > 0).Value;
        using var form = new MultipartFormDataContent { { new StringContent(Forms.Proof(page)), "__RequestVerificationToken" }, { new StringContent(Calls.Key()), "sleutel" }, { new StringContent(dossier), "dossier" }, { new StringContent("verslag"), "toelichting" } };
        var file = new ByteArrayContent(new byte[1_500_000]);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "bestand", "verslag.pdf");
        var sent = await anna.PostAsync($"/huishoudens/{household}/bijlagen", form);
        sent.Headers.Location?.ToString().ShouldContain("klaar", Case.Sensitive, await sent.Content.ReadAsStringAsync());
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>A form with a file that the framework reads by itself: larger than it keeps in memory when nobody says so.</summary>
    static async Task ShouldTakeDrawingAsync(PlacedServer server)
    {
        using var bram = await server.AsAsync("bram");
        var page = await (await bram.GetAsync("/studio")).Content.ReadAsStringAsync();
        var field = Regex.Match(page, "type=\"file\"[^>]*name=\"([^\"]+)\"|name=\"([^\"]+)\"[^>]*type=\"file\"").Groups.Values.Skip(1).First(g => g.Value.Length > 0).Value;
        using var form = new MultipartFormDataContent { { new StringContent(Forms.Proof(page)), "__RequestVerificationToken" }, { new StringContent(Calls.Key()), "sleutel" }, { new ByteArrayContent(new byte[300_000]), field, "tekening.json" } };
        (await bram.PostAsync("/studio/importeren", form)).StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError, server.Output);
    }

    static void ShouldBeForOneAlone(string data)
    {
        var made = new DirectoryInfo(data).GetFileSystemInfos("*", SearchOption.AllDirectories);
        made.Select(f => f.Name).ShouldContain("kanteling.db");
        made.Select(f => f.Name).ShouldContain("kanteling.db.sleutels");
        made.Select(f => f.Name).ShouldContain("kanteling.db.lock");
        foreach (var file in made)
            (file.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)).ShouldBe(UnixFileMode.None, file.FullName);
        foreach (var file in made.OfType<FileInfo>())
            file.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.FullName);
    }

    internal static void Needs(string tool, string package)
    {
        using var which = Process.Start(new ProcessStartInfo("sh", ["-c", $"PATH=$PATH:/usr/sbin:/sbin command -v {tool}"]) { RedirectStandardOutput = true })!;
        which.WaitForExit();
        if (which.ExitCode != 0)
            throw new InvalidOperationException($"This test needs {tool}. As root: apt-get install -y --no-install-recommends {package}");
    }

    // Ids of streams and files, what is sealed, and moments; days stay, because both were asked on one day.
    [GeneratedRegex("""[0-9a-f]{20,}|CfDJ8[\w-]+|\d{4}-\d\d-\d\dT[\d:.]+(Z|(\+|-|&#x2B;)\d\d:\d\d)|\b\d{1,2}[:.]\d\d\b( uur)?""")]
    private static partial Regex Changing();

    public void Dispose() => folder.Dispose();
}
