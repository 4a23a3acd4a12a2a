using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mamis.Certification.Tests.Support;

/// <summary>A scanner that speaks INSTREAM over a real socket: takes one file, keeps what it was sent, and says what it is told to say.</summary>
internal sealed class Clamd : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _answer;
    private readonly Task<byte[]> _received;

    public Clamd(string answer)
    {
        _answer = answer;
        _listener.Start();
        _received = Serve();
    }

    public string Address => _listener.LocalEndpoint.ToString() ?? string.Empty;

    /// <summary>The file as it came, once the answer was given.</summary>
    public Task<byte[]> Received => _received;

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<byte[]> Serve()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command);

        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
        {
            throw new InvalidOperationException("Not the command.");
        }

        using var file = new MemoryStream();
        var length = new byte[4];

        while (true)
        {
            await stream.ReadExactlyAsync(length);

            if (BinaryPrimitives.ReadInt32BigEndian(length) is var size and > 0)
            {
                var piece = new byte[size];
                await stream.ReadExactlyAsync(piece);
                file.Write(piece);
                continue;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer));
            return file.ToArray();
        }
    }
}
