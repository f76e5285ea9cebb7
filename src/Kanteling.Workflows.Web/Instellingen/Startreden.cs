using System.Net.Sockets;
using Kanteling.Workflows.Storage;
using Microsoft.AspNetCore.Connections;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>Why the program or a command could not begin, in one sentence for its operator, where he can do something about it. What has none is an error of ours, and is shown whole.</summary>
static class Startreden
{
    // As the operating systems number them.
    const int GeenRuimte = 28, AlleenLezen = 30, QuotumVol = 122;

    /// <returns>Null when it is no such reason.</returns>
    public static string? Zin(Exception reden) => reden switch
    {
        StartGeweigerdException => reden.Message,
        _ when Adres(reden) is { } zin => zin,
        _ when StorageUnavailableException.In(reden) is { IsOfServer: false } weg => weg.IsFull
            ? "De schijf van de database is vol. Maak ruimte vrij en start opnieuw."
            : $"De database kan niet worden geopend of geschreven. Controleer de schijf, en of deze gebruiker in de map van de database mag schrijven. ({weg.InnerException?.Message})",
        UnauthorizedAccessException => $"Dit programma mag hier niet komen of schrijven. Geef de gebruiker waaronder het draait rechten, of kies een andere plaats. ({reden.Message})",
        DirectoryNotFoundException or PathTooLongException => $"Een map is er niet. ({reden.Message})",
        IOException { HResult: GeenRuimte or QuotumVol } => $"De schijf is vol. Maak ruimte vrij en start opnieuw. ({reden.Message})",
        IOException { HResult: AlleenLezen } => $"Op deze schijf kan niet worden geschreven. Kies een andere plaats. ({reden.Message})",
        InvalidOperationException { InnerException: FormatException or ArgumentException } when reden.Message.Contains(Programmainstellingen.Afdeling + ":", StringComparison.Ordinal) =>
            $"Een instelling heeft een waarde die niet kan. ({reden.Message})",
        _ => null,
    };

    public static int Uitgang(Exception reden) => reden is StartGeweigerdException geweigerd ? geweigerd.Uitgang : Uitgangscode.Mislukt;

    /// <summary>Why it cannot listen where it is told to; null when it is about something else.</summary>
    public static string? Adres(Exception? reden) => reden switch
    {
        IOException { InnerException: AddressInUseException } => "Een ander programma gebruikt dit adres al. Stop dat programma, of kies een ander adres met --urls.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "Op deze poort mag dit programma niet luisteren. Kies een poort boven 1023 met --urls, en zet er een proxy voor.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "Dit adres is niet van deze machine. Kies een ander adres met --urls.",
        _ => null,
    };
}
