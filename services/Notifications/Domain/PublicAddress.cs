using System.Net;
using System.Net.Sockets;

namespace Mamis.Notifications.Domain;

/// <summary>Tells addresses of the internet from those inside of somebody's network, which no outsider may make us call.</summary>
/// <remarks>After the registries of special purpose addresses (RFC 6890) of IANA. In IPv6 all but the global unicast space is refused.</remarks>
public static class PublicAddress
{
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            // This network, private, shared by carriers (CGNAT), loopback, link-local with the metadata servers of clouds.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            // Protocols, documentation, 6to4 relays, private, benchmarks, documentation twice, multicast, reserved with broadcast.
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Teredo and other protocols, documentation, 6to4, which hides an IPv4 address, documentation.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Is(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => Is(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetworkV6 } when !Global.Contains(address) => false,
        _ => !Special.Any(it => it.Contains(address)),
    };
}
