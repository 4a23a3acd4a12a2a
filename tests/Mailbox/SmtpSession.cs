using System.Text;

namespace Mamis.Mailbox;

/// <summary>One conversation by RFC 5321: who sends, to whom, and then the message.</summary>
public sealed class SmtpSession(Stream stream, MessageFolder folder)
{
    private const int LargestMessage = 20 * 1024 * 1024;
    private const int MostRecipients = 100;

    private readonly SmtpLines _lines = new(stream);
    private readonly List<string> _recipients = [];
    private bool _hasSender;

    public async Task Run(CancellationToken cancellation)
    {
        await Reply("220 localhost Mamis mailbox", cancellation);

        while (await _lines.Read(cancellation) is { } line)
        {
            var text = Encoding.UTF8.GetString(line);
            var verb = text.Split(' ')[0].ToUpperInvariant();

            if (verb == "QUIT")
            {
                await Reply("221 Bye", cancellation);
                return;
            }

            await Reply(verb == "DATA" ? await Receive(cancellation) : Answer(verb, text), cancellation);
        }
    }

    private string Answer(string verb, string line) => verb switch
    {
        "EHLO" => $"250-localhost\r\n250-SIZE {LargestMessage}\r\n250-8BITMIME\r\n250 SMTPUTF8",
        "HELO" => Begin("250 localhost"),
        "MAIL" when line.StartsWith("MAIL FROM:", StringComparison.OrdinalIgnoreCase) => Sender(line),
        "RCPT" when line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase) => Recipient(line),
        "RSET" => Begin("250 Forgotten"),
        "NOOP" => "250 Nothing done",
        "VRFY" => "252 Send it and see",
        "MAIL" or "RCPT" => "501 Syntax: MAIL FROM:<address> or RCPT TO:<address>",
        _ => "502 Not known here",
    };

    private string Sender(string line)
    {
        Begin(string.Empty);
        _hasSender = Address(line) is not null;
        return _hasSender ? "250 Go on" : "501 An address belongs between < and >";
    }

    private string Recipient(string line)
    {
        if (!_hasSender)
        {
            return "503 MAIL comes first";
        }

        if (Address(line) is not { Length: > 0 } address)
        {
            return "501 An address belongs between < and >";
        }

        if (_recipients.Count == MostRecipients)
        {
            return "452 Too many recipients";
        }

        _recipients.Add(address);
        return "250 Known";
    }

    private async Task<string> Receive(CancellationToken cancellation)
    {
        if (_recipients.Count == 0)
        {
            return "503 RCPT comes first";
        }

        await Reply("354 End with a dot on a line of its own", cancellation);
        var message = await _lines.ReadMessage(LargestMessage, cancellation);

        if (message is null)
        {
            return Begin("552 The message is too large");
        }

        await folder.Keep(_recipients, message, cancellation);
        return Begin("250 Kept");
    }

    private string Begin(string answer)
    {
        _recipients.Clear();
        _hasSender = false;
        return answer;
    }

    private static string? Address(string line)
    {
        var (from, to) = (line.IndexOf('<', StringComparison.Ordinal), line.IndexOf('>', StringComparison.Ordinal));
        return from >= 0 && to > from ? line[(from + 1)..to] : null;
    }

    private Task Reply(string line, CancellationToken cancellation) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellation).AsTask();
}
