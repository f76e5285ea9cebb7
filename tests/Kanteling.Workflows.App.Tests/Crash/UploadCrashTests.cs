using System.Net;
using System.Net.Http.Headers;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>The server is killed with -9 while a file comes in: nothing of it can be bound, everything else is as it was, and it goes after its day.</summary>
[Trait("Category", "Crash")]
public class UploadCrashTests
{
    [Fact]
    public async Task A_server_that_is_killed_while_a_file_comes_in_leaves_nothing_that_can_be_bound()
    {
        using var folder = new TempFolder();
        var storage = StorageOptions.Sqlite(folder.File("crash.db"));
        var flows = CrashFlow.WriteTo(folder.File("workflows"));
        await using (var server = await ServerProcess.StartAsync(storage.Target, flows))
        {
            var cookies = new CookieJar();
            await new CrashClient(new Ledger(), cookies, -1).SignInAsync(server.Address);
            using var http = cookies.At(server.Address);
            var file = new Stalling();
            var sending = http.SendFileAsync(file);
            while (await CountAsync(storage.Target, "blob_parts") < 2)
                sending.IsCompleted.ShouldBeFalse("the file is still coming in");
            await server.KillAsync();
            file.End();
            await Should.ThrowAsync<HttpRequestException>(() => sending);
        }

        (await CountAsync(storage.Target, "blobs")).ShouldBe(0);
        await using (var open = await StorageSetup.OpenAsync(storage))
        {
            (await CountAsync(storage.Target, "uploads WHERE length IS NULL")).ShouldBe(1);
            (await open.Store.Blobs.ForgetUploadsAsync(DateTimeOffset.UtcNow.AddDays(1), default)).ShouldBeTrue();
        }
        (await CountAsync(storage.Target, "blob_parts")).ShouldBe(0);
        var (code, said) = await ServerProcess.CommandAsync(storage.Target, flows, "verifieer");
        code.ShouldBe(0, said);
    }

    static async Task<long> CountAsync(string database, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A file that does not end by itself.</summary>
    sealed class Stalling : HttpContent
    {
        readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Stalling() => Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");

        /// <summary>Who sends it stops waiting.</summary>
        public void End() => ended.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[Blob.PartLength * 3]);
            await stream.FlushAsync();
            await ended.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
