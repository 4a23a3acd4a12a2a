using System.Net;
using System.Net.Sockets;

namespace Mamis.Mailbox;

/// <summary>Takes mail on loopback and keeps every message as a file: what a development system has instead of the outside world.</summary>
public sealed class SmtpReceiver(MessageFolder folder, int port = 0) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port);
    private readonly CancellationTokenSource _stop = new();
    private Task _accepting = Task.CompletedTask;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Start()
    {
        _listener.Start();
        _accepting = Accept();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException)
        {
            // The receiver was stopped.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await new SmtpSession(stream, folder).Run(_stop.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // A client that hangs up in the middle has sent nothing that counts.
            }
        }
    }
}
