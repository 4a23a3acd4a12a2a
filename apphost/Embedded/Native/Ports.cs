using System.Net;
using System.Net.Sockets;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>Finds ports nobody listens on.</summary>
public static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
