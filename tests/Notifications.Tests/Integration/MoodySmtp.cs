using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>A mail server that at every step says, hangs or hangs up as the test wants, and remembers which mails it said yes to.</summary>
internal sealed class MoodySmtp : IAsyncDisposable
{
    public static readonly Answer HangsUp = new(null);

    private static readonly Dictionary<string, string> Usual = new()
    {
        ["CONNECT"] = "220 test",
        ["DATA"] = "354 go on",
        ["QUIT"] = "221 bye",
    };

    private readonly Func<string, string, int, Answer?> _mood;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _reached = new();
    private readonly Task _accepting;

    /// <param name="mood">Asked with the step (CONNECT, EHLO, MAIL, RCPT, DATA, END, QUIT), the line, and how often this step was reached.</param>
    public MoodySmtp(Func<string, string, int, Answer?> mood)
    {
        _mood = mood;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Greets nobody.</summary>
    public static MoodySmtp Silent() => new((_, _, _) => new("220 test", After: Timeout.InfiniteTimeSpan));

    /// <summary>Says this to every recipient, and the usual otherwise.</summary>
    public static MoodySmtp ToRecipients(string? answer) => new((step, _, _) => step == "RCPT" ? new(answer) : null);

    /// <param name="Text">What it says; null and it goes without a word.</param>
    /// <param name="Then">Goes after it has spoken.</param>
    /// <param name="After">Keeps silent so long before.</param>
    public sealed record Answer(string? Text, bool Then = false, TimeSpan After = default);

    /// <summary>Message-ID of every mail that got its yes.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    public int Connections => _reached.GetValueOrDefault("CONNECT");

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

            try
            {
                for (var (step, line) = ("CONNECT", string.Empty); await Say(stream, step, line); (step, line) = await Next(reader, step))
                {
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // One of the two has gone.
            }
        }
    }

    /// <summary>After DATA come the lines of the mail, of which the Message-ID is kept.</summary>
    private async Task<(string Step, string Line)> Next(StreamReader reader, string step)
    {
        for (var id = string.Empty; ;)
        {
            var line = await reader.ReadLineAsync(_stop.Token) ?? throw new IOException("The client has gone.");

            if (step != "DATA")
            {
                return (line.Split(' ', ':')[0].ToUpperInvariant(), line);
            }

            if (line == ".")
            {
                return ("END", id);
            }

            id = line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase) ? line.Split(':')[1].Trim() : id;
        }
    }

    /// <summary>Whether the conversation goes on.</summary>
    private async Task<bool> Say(NetworkStream stream, string step, string line)
    {
        var answer = _mood(step, line, _reached.AddOrUpdate(step, 1, (_, n) => n + 1)) ?? new(Usual.GetValueOrDefault(step, "250 ok"));
        await Task.Delay(answer.After, TimeProvider.System, _stop.Token);

        if (answer.Text is null)
        {
            return false;
        }

        if (step == "END" && answer.Text.StartsWith('2'))
        {
            Taken.Enqueue(line);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer.Text}\r\n"), _stop.Token);
        return !answer.Then && step != "QUIT";
    }
}
