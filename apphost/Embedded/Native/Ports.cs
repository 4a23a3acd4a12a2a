using System.Net;
using System.Net.Sockets;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>Finds loopback ports nobody listens on.</summary>
/// <remarks>They lie below the range the kernel draws outgoing ports from, so a port stays ours while its owner restarts.</remarks>
public static class Ports
{
    private const int First = 15_000;
    private const int Last = 31_999;

    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);

            if (IsFree(port))
            {
                return port;
            }
        }
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
