using System.Net;
using System.Net.Sockets;

namespace Mamis.Gateway.Limits;

/// <summary>Whose address a limit is counted on. Only the portal, which calls in the name of its readers, may name another than its own.</summary>
public static class ClientAddress
{
    /// <summary>The header in which the portal shows that it is the portal: its service secret.</summary>
    public const string PortalProof = "X-Mamis-Portal";

    public static string Of(HttpContext context) => Text(
        context.RequestServices.GetRequiredService<PortalCalls>().IsFromPortal(context.Request)
        && IPAddress.TryParse(context.Request.Headers["X-Forwarded-For"], out var reader)
            ? reader
            : context.Connection.RemoteIpAddress);

    /// <summary>A network of IPv6 is one neighbour: whoever has one address of it has all.</summary>
    private static string Text(IPAddress? address) => address switch
    {
        null => "nowhere",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64).ToString(),
        _ => address.ToString(),
    };
}
