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

try
{
    // Once, and again for each time that a demonstration begins anew.
    while (await ServeAsync(args) is { } target)
        await StorageSetup.EmptyAsync(target);
    return 0;
}
catch (StartGeweigerdException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    Console.Error.WriteLine("Een ander programma gebruikt dit adres al. Stop dat programma, of kies een ander adres met --urls.");
    return 1;
}

static async Task<StorageOptions?> ServeAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.BepaalAdres();
    if (Gemeenteplaatsen.ZijnEr(builder.Configuration))
    {
        await using var knoop = Knoop.Bouw(builder);
        await knoop.RunAsync();
        return null;
    }
    await builder.AddKantelingAsync();
    await using var app = builder.Build();
    app.UseKanteling();
    // Taken now: when the host has run, nothing can be asked of it any more.
    var (settings, herbegin) = (app.Services.GetRequiredService<Programmainstellingen>(), app.Services.GetRequiredService<Herbegin>());
    await app.PrepareKantelingAsync();
    await app.RunAsync();
    return settings.IsDemo && herbegin.IsGevraagd ? settings.Storage : null;
}
