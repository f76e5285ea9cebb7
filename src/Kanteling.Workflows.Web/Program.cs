using Kanteling.Workflows.Demo.Klokken;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Gemeenten;
using Kanteling.Workflows.Web.Instellingen;
using Microsoft.AspNetCore.Connections;

Procesomgeving.Bepaal();

// Without a command this is the server; with one it is a tool on the same database.
if (Opdrachtregel.IsGevraagd(args))
    return await Opdrachtregel.DraaiAsync(args);

while (true)
{
    try
    {
        return await ServeAsync(args);
    }
    catch (StartGeweigerdException refused)
    {
        Console.Error.WriteLine(refused.Message);
        return refused.Uitgang;
    }
    catch (IOException taken) when (taken.InnerException is AddressInUseException)
    {
        Console.Error.WriteLine("Een ander programma gebruikt dit adres al. Stop dat programma, of kies een ander adres met --urls.");
        return Uitgangscode.Mislukt;
    }
    catch (Exception reason) when (StorageUnavailableException.In(reason) is { IsOfServer: true } away)
    {
        if (!await Wachtkamer.WachtAsync(args, away))
            return Uitgangscode.Gestopt;
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
    var builder = WebApplication.CreateBuilder(args);
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
