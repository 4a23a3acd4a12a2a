using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>A mail server that answers every recipient as the test says, or hangs up, or says nothing.</summary>
internal sealed class ScriptedSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public ScriptedSmtp(string? answerToRecipient)
    {
        AnswerToRecipient = answerToRecipient;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Null hangs up in the middle.</summary>
    public string? AnswerToRecipient { get; set; }

    /// <summary>Greets nobody.</summary>
    public bool Silent { get; init; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

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
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };

            try
            {
                await Converse(reader, writer);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client went first.
            }
        }
    }

    private async Task Converse(StreamReader reader, StreamWriter writer)
    {
        if (!Silent)
        {
            await writer.WriteLineAsync("220 test");
        }

        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (AnswerTo(line) is not { } answer)
            {
                return;
            }

            await writer.WriteLineAsync(answer);
        }
    }

    private string? AnswerTo(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "RCPT" => AnswerToRecipient,
        "QUIT" => "221 bye",
        _ => "250 go on",
    };
}
