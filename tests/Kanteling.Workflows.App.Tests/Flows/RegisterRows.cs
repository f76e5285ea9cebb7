using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>The rows of the bench, with users, teams and the sociale kaart from the registers of a database: whoever a scenario names is put there first.</summary>
sealed class RegisterRows(OpenStorage storage, IReadOnlyDictionary<string, object> bench) : IReadOnlyDictionary<string, object>
{
    static readonly DateTimeOffset Moment = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    readonly Registerrijen rows = new(storage);
    readonly ConcurrentDictionary<string, Lazy<object?>> named = new(StringComparer.Ordinal);

    public static async Task<RegisterRows> OfAsync(OpenStorage storage)
    {
        await storage.Settings.SetRegisterAsync(SocialeKaart.Sleutel, await File.ReadAllTextAsync(Path.Combine(Flows.Folder.Pad, "proef", "sociale-kaart.json")), new("test"), Moment);
        return new RegisterRows(storage, Flows.Opstelling.Rijen);
    }

    /// <summary>How many rows of registers were asked for.</summary>
    public int Named => named.Count;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        var isOfRegister = key == SocialeKaart.Sleutel || Given.IdAfter(Medewerker.Prefix, key) is not null || Given.IdAfter(Wijkteam.Prefix, key) is not null;
        value = isOfRegister ? named.GetOrAdd(key, asked => new Lazy<object?>(() => Task.Run(() => LoadAsync(asked)).GetAwaiter().GetResult())).Value : bench.GetValueOrDefault(key);
        return value is not null;
    }

    async Task<object?> LoadAsync(string key)
    {
        if (Given.IdAfter(Medewerker.Prefix, key) is { } user)
            await storage.Users.AddAsync(new User { Id = new(user), LoginName = user, DisplayName = user, Roles = [.. Rollen.Meegeleverd.Namen] }, new("test"), Moment);
        if (Given.IdAfter(Wijkteam.Prefix, key) is { } team)
            await storage.Teams.AddMissingAsync([new Team { Id = new(team), Name = team, Wijk = ((Wijkteam)Flows.Opstelling.Rij(key)!).Wijk }], new("test"), Moment);
        return await rows.LaadAsync(key);
    }

    public object this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public IEnumerable<string> Keys => bench.Keys;

    public IEnumerable<object> Values => bench.Values;

    public int Count => bench.Count;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => bench.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
