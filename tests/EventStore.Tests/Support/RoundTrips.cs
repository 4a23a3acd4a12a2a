using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Mamis.EventStore.Tests.Support;

/// <summary>Stands between a client and the database and counts how often the server says that it is ready for more.</summary>
public sealed class RoundTrips : IAsyncDisposable
{
    private const byte ReadyForQuery = (byte)'Z';

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private int _count;

    public RoundTrips(int server)
    {
        _server = server;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Count => Volatile.Read(ref _count);

    public ValueTask DisposeAsync()
    {
        _listener.Stop();
        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync();
            var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _server);
            _ = client.GetStream().CopyToAsync(server.GetStream());
            _ = Answers(server.GetStream(), client.GetStream());
        }
    }

    /// <summary>A message is a letter, its length, and the rest.</summary>
    private async Task Answers(NetworkStream server, NetworkStream client)
    {
        var head = new byte[5];

        while (true)
        {
            await server.ReadExactlyAsync(head);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4];
            await server.ReadExactlyAsync(body);

            if (head[0] == ReadyForQuery)
            {
                Interlocked.Increment(ref _count);
            }

            await client.WriteAsync((byte[])[.. head, .. body]);
        }
    }
}
