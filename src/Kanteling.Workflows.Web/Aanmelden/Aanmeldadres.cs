using System.Net;
using System.Net.Sockets;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>Where somebody signs in from, as it is counted and shown.</summary>
static class Aanmeldadres
{
    const int Netwerk = 8;

    /// <summary>An address; of IPv6 the network, because whoever has one address there has all of them. Empty when it is not known.</summary>
    public static string Van(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } adres => adres.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } adres when !IPAddress.IsLoopback(adres) => new IPAddress([.. adres.GetAddressBytes()[..Netwerk], .. new byte[16 - Netwerk]]) + "/64",
        var adres => adres.ToString(),
    };
}
