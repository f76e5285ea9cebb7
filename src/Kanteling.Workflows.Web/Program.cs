using Kanteling.Workflows.Demo.Klokken;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Gemeenten;
using Kanteling.Workflows.Web.Instellingen;

Procesomgeving.Bepaal();

// Without a command this is the server; with one it is a tool on the same database.
if (Opdrachtregel.IsGevraagd(args))
    return await Opdrachtregel.DraaiAsync(args);

StorageUnavailableException? awaited = null;
while (true)
{
    try
    {
        if (awaited is not null && !await Wachtkamer.WachtAsync(args, awaited))
            return Uitgangscode.Gestopt;
        return await ServeAsync(args);
    }
    catch (Exception reason) when (Startreden.Zin(reason) is { } sentence)
    {
        Console.Error.WriteLine(sentence);
        return Startreden.Uitgang(reason);
    }
    catch (Exception reason) when (StorageUnavailableException.In(reason) is { IsOfServer: true } away)
    {
        awaited = away;
    }
    catch (Exception error)
    {
        Console.Error.WriteLine($"Het programma stopte door een fout.\n{error}");
        return Uitgangscode.Mislukt;
    }
}

// Once, and again for each time that a demonstration begins anew.
static async Task<int> ServeAsync(string[] args)
{
    while (true)
    {
        var (exit, target) = await ServeOnceAsync(args);
        if (target is null)
            return exit;
        await StorageSetup.EmptyAsync(target);
    }
}

static async Task<(int Exit, StorageOptions? ToEmpty)> ServeOnceAsync(string[] args)
{
    var builder = Programmabegin.Maak(args);
    builder.BepaalAdres();
    if (Gemeenteplaatsen.ZijnEr(builder.Configuration))
    {
        await using var knoop = Knoop.Bouw(builder);
        await knoop.RunAsync();
        return (Uitgangscode.Gestopt, null);
    }
    await builder.AddKantelingAsync();
    await using var app = builder.Build();
    app.UseKanteling();
    // Taken now: when the host has run, nothing can be asked of it any more.
    var (settings, herbegin, vertrek) = (app.Services.GetRequiredService<Programmainstellingen>(), app.Services.GetRequiredService<Herbegin>(), app.Services.GetRequiredService<Vertrek>());
    await app.PrepareKantelingAsync();
    await app.RunAsync();
    return (vertrek.IsBegonnen ? Uitgangscode.DatabaseNieuwer : Uitgangscode.Gestopt, settings.IsDemo && herbegin.IsGevraagd ? settings.Storage : null);
}
