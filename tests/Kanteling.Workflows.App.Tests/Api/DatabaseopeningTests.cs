using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Kanteling.Workflows.Web.Instellingen;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Who starts the program and cannot, reads in Dutch why, and what helps.</summary>
public sealed class DatabaseopeningTests
{
    [Fact]
    public async Task Every_reason_why_a_database_does_not_open_has_its_sentence()
    {
        using var folder = new TempFolder();
        var options = StorageOptions.Sqlite(folder.File("kanteling.db"));
        (await RefusedAsync(() => Databaseopening.LeesAsync(options))).ShouldStartWith("Er is geen database op ");
        await (await Databaseopening.OpenAsync(options)).DisposeAsync();
        (await RefusedAsync(() => Databaseopening.OpenAsync(options with { Keys = new KeyRing(RingKey.New("andere")) }))).ShouldContain("de sleutel 'eerste'");
        File.Delete(folder.File("kanteling.db.sleutels"));
        (await RefusedAsync(() => Databaseopening.OpenAsync(options))).ShouldContain(folder.File("kanteling.db.sleutels"));
        (await RefusedAsync(() => Databaseopening.OpenAsync(StorageOptions.Postgres("Host=127.0.0.1;Database=x")))).ShouldContain("opdracht 'sleutel'");
        Databaseopening.Zin(new KeysRefusedException(KeysRefusal.Malformed)).ShouldContain("naam:geheim");
        foreach (var why in Enum.GetValues<KeysRefusal>())
            Databaseopening.Zin(new KeysRefusedException(why, "x")).ShouldNotContain("key");
    }

    static async Task<string> RefusedAsync(Func<Task<OpenStorage>> open) => (await Should.ThrowAsync<StartGeweigerdException>(open)).Message;
}
