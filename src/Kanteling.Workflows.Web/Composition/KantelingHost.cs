using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Demo.Klokken;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Api;
using Kanteling.Workflows.Web.Elsa;
using Kanteling.Workflows.Web.Elsa.Runs;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Pages;
using Kanteling.Workflows.Web.Pages.Studio;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Bekenden;
using Kanteling.Workflows.Zaken.Bijlagen;
using Kanteling.Workflows.Zaken.Drukte;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Incidenten;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Kalenders;
using Kanteling.Workflows.Zaken.Meldingen;
using Kanteling.Workflows.Zaken.Noodtoegangen;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Signalen;
using Kanteling.Workflows.Zaken.Taken;
using Kanteling.Workflows.Zaken.Tekeningen;
using Microsoft.AspNetCore.Http.Features;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>Puts the parts of the program together: database, engine, clock, sign-in, API, pages.</summary>
public static class KantelingHost
{
    /// <exception cref="StartGeweigerdException">The program may not or cannot start here.</exception>
    public static Task AddKantelingAsync(this WebApplicationBuilder builder) =>
        builder.AddKantelingAsync(Programmainstellingen.Lees(builder.Configuration, builder.Environment));

    /// <exception cref="StartGeweigerdException">The program may not or cannot start here.</exception>
    public static async Task AddKantelingAsync(this WebApplicationBuilder builder, Programmainstellingen instellingen)
    {
        var storage = await Databaseopening.OpenAsync(instellingen.Storage);
        var services = builder.Services;
        services.AddSingleton(instellingen);
        services.AddSingleton(new Gemeentenaam(instellingen.Gemeente));
        // Made by the container, so that it is closed, with its last writes, when the program stops.
        services.AddSingleton(_ => storage);
        services.AddSingleton(_ => storage.Registers);
        services.AddSingleton(_ => storage.Users);
        services.AddSingleton(_ => storage.Teams);
        services.AddSingleton(_ => storage.Versions);
        services.AddSingleton(_ => storage.Settings);
        services.AddSingleton(_ => storage.Drafts);
        services.AddSingleton(_ => storage.Store);
        services.AddSingleton(TimeProvider.System);
        services.VoegMotorToe(await KlokAsync(storage));
        services.VoegAanmeldenToe();
        services.VoegZegelsToe(instellingen);
        services.AddCasework();
        services.AddElsa();
        services.AddRuns();
        services.VoegStudioToe();
        services.AddRazorComponents();
        // A form is never put in a folder of the machine: what is in it is about people, and there may be no such folder.
        services.Configure<FormOptions>(o => (o.ValueCountLimit, o.BufferBodyLengthLimit, o.MemoryBufferThreshold) = (8_192, 2 * Jsoninhoud.MaxBytes, Tekeningbytes.Meeste));
        services.AddAntiforgery(o => o.Cookie = new Koekje("kanteling-formulier"));
        services.AddOpenApi("v1", OpenApiDocument.Configure);
        services.ConfigureHttpJsonOptions(o => Jsonvorm.Apply(o.SerializerOptions));
        services.VoegVoordeurToe(instellingen);
        services.VoegVerzoekgrenzenToe(instellingen.Verzoeken);
        // What runs in the background looks after itself; no failure of it takes the answers to people away.
        services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddSingleton<Vertrek>();
        services.AddHostedService<Levensteken>();
        services.AddHostedService<Leegloop>();
        builder.BegrensKestrel();
    }

    /// <summary>What a request may be at most, for whoever listens.</summary>
    internal static void BegrensKestrel(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, 2 * Jsoninhoud.MaxBytes));

    /// <summary>Until the container is made nobody else closes the database.</summary>
    static async Task<CaseClock> KlokAsync(OpenStorage storage)
    {
        try
        {
            return await BewaardeKlok.OpenAsync(storage.Settings, TimeProvider.System);
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    public static void UseKanteling(this WebApplication app)
    {
        app.GebruikVoordeur();
        app.GebruikBeveiligingskoppen();
        app.GebruikProblemen();
        app.GebruikVertrek();
        app.GebruikNamen();
        app.WeigerAndereWebsites();
        app.WeigerOnleesbareAdressen();
        app.MapStaticAssets().DisableRateLimiting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.EisTweedeStap();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapOpenApi("/openapi.json");
        app.MapApi();
        ElsaEndpoints.Map(app).MapRuns();
        StudioPaginas.Map(app.MapPages());
        StudiobestandEndpoints.Map(app);
    }

    /// <summary>What has to be there before the first request: flows and forms, somebody who is beheerder, and in a demonstration its accounts and gemeente.</summary>
    public static async Task PrepareKantelingAsync(this WebApplication app)
    {
        var begonnen = TimeProvider.System.GetUtcNow();
        await app.Services.GetRequiredService<EersteStart>().DraaiAsync();
        if (!app.Services.GetRequiredService<Programmainstellingen>().IsDemo)
            await app.Services.GetRequiredService<Beginbeheerder>().DraaiAsync(begonnen, Console.Out);
    }

    static void AddCasework(this IServiceCollection services)
    {
        services.AddSingleton(s => new Registerrijen(s.GetRequiredService<OpenStorage>(), s.GetRequiredService<Programmainstellingen>().Gemeentecode is { } code ? new Gemeente(code) : null));
        services.AddSingleton<Correctielezer>();
        services.AddSingleton<Correctiepunt>();
        services.AddSingleton<Tekeningdocumenten>();
        services.AddSingleton(Rollen.Meegeleverd);
        services.AddSingleton<Bevoegdheid>();
        services.AddSingleton<Noodtoegang>();
        services.AddSingleton<Noodzoeker>();
        services.AddSingleton(s => new Afschermlijst(s.GetRequiredService<WorkflowEngine>(), s.GetRequiredService<Registerrijen>().LaadAsync));
        services.AddSingleton<Zaaklezer>();
        services.AddSingleton<Afscherming>();
        services.AddSingleton<Aanmeldingen>();
        services.AddSingleton<Uitlegbladen>();
        services.AddSingleton<Gebruikersnamen>();
        services.AddSingleton<Gebruikersbeheer>();
        services.AddSingleton<Accountbeheer>();
        services.AddSingleton<Accountlezer>();
        services.AddSingleton<Rolvoorstellen>();
        services.AddSingleton<Wachtwoordpunt>();
        services.AddSingleton<Beheerdersherstel>();
        services.AddSingleton<Gebruikersblad>();
        services.AddSingleton<Gevolgzinnen>();
        services.AddSingleton<Taakgevolg>();
        services.AddSingleton<Links>();
        services.AddSingleton<Uitvoering>();
        services.AddSingleton<Bekendenvraag>();
        services.AddSingleton<Meldpunt>();
        services.AddSingleton<Signaalpunt>();
        services.AddSingleton<Koppelpunt>();
        services.AddSingleton(s => new Uploads(s.GetRequiredService<IWorkflowStore>().Blobs, s.GetRequiredService<Zaaktijd>().Nu));
        services.AddSingleton<Bijlagepunt>();
        services.AddSingleton<Werkstromen>();
        services.AddSingleton<AltijdMogelijk>();
        services.AddSingleton<Mogelijkbegin>();
        services.AddSingleton<Taakteksten>();
        services.AddSingleton<Taakaandacht>();
        services.AddSingleton<Huishoudenzoeker>();
        services.AddSingleton<Taaklezer>();
        services.AddSingleton<Werklijst>();
        services.AddSingleton<Incidentbeheer>();
        services.AddSingleton<Stilstandlezer>();
        services.AddSingleton<Druktelezer>();
        services.AddSingleton<Gebeurtenislezer>();
        services.AddSingleton<Huishoudenomgeving>();
        services.AddSingleton<Huishoudenlezer>();
        services.AddSingleton<Tijdlijn>();
        services.AddSingleton<Keuzelijstlezer>();
        services.AddSingleton<Concepten>();
        services.AddSingleton<Taakblad>();
        services.AddSingleton<Taaklezing>();
        services.AddSingleton<Taakvervolg>();
        services.AddSingleton<Invulbladen>();
        services.AddSingleton<Collegas>();
        services.AddSingleton<Zoekblad>();
        services.AddSingleton<Incidentenblad>();
        services.AddSingleton<Huishoudenblad>();
        services.AddSingleton<Werkstroomblad>();
        services.AddSingleton<Klokverslag>();
        services.AddSingleton<Demoklok>();
        services.AddSingleton<Herbegin>();
        services.AddSingleton<Kalenderbeheer>();
        services.AddSingleton<Kalendertocht>();
        services.AddHostedService<Kalenderdienst>();
        services.AddSingleton<Werkstroominvoer>();
        services.AddSingleton<Demoaccounts>();
        services.AddSingleton(s => new Demowens(s.GetRequiredService<Programmainstellingen>().Workflows, s.GetRequiredService<Programmainstellingen>().DemoHuishoudens));
        services.AddSingleton<Demogemeente>();
        services.AddSingleton<Demostart>();
        services.AddSingleton<EersteStart>();
        services.AddSingleton<Beginbeheerder>();
    }
}
