using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Mamis.Mailbox;

namespace Mamis.AppHost.Tests;

/// <summary>The mailbox of a development system against .NET's own mail client, and against a client that misbehaves.</summary>
public sealed class MailboxTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"mamis mail {Guid.CreateVersion7():n}");
    private readonly MessageFolder _folder;
    private readonly SmtpReceiver _receiver;

    public MailboxTests()
    {
        _folder = new(_path);
        _receiver = new(_folder);
        _receiver.Start();
    }

    public void Dispose()
    {
        _receiver.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_path, recursive: true);
    }

    [Fact]
    public async Task A_Japanese_message_is_listed_with_its_recipients_and_readable_subject()
    {
        const string Subject = "日本医師会認定産業医 更新手続のご案内（有効期間満了の一年前）";
        using var client = new SmtpClient("127.0.0.1", _receiver.Port);
        using var message = new MailMessage("office@example.jp", "physician@example.jp", Subject, ".点で始まる行\r\n.\r\n..二つ")
        {
            To = { "second@example.jp" },
        };

        await client.SendMailAsync(message);

        var mail = Assert.Single(_folder.List());
        Assert.Equal(["physician@example.jp", "second@example.jp"], mail.To);
        Assert.Equal(Subject, mail.Subject);
        Assert.NotEmpty(mail.Date);
    }

    [Fact]
    public async Task Messages_are_listed_in_the_order_in_which_they_came()
    {
        using var client = new SmtpClient("127.0.0.1", _receiver.Port);

        foreach (var subject in new[] { "first", "second", "third" })
        {
            await client.SendMailAsync("office@example.jp", "physician@example.jp", subject, "text");
        }

        Assert.Equal(["first", "second", "third"], _folder.List().Select(it => it.Subject));
    }

    [Fact]
    public async Task Dots_that_the_protocol_doubles_are_single_again()
    {
        var answers = await Say("EHLO me", "MAIL FROM:<a@example.jp>", "RCPT TO:<b@example.jp>", "DATA", "Subject: dots\r\n\r\n..one\r\n...\r\n.", "QUIT");

        Assert.Equal(["250", "250", "250", "354", "250", "221"], answers);
        var raw = _folder.Find(Assert.Single(_folder.List()).Id);
        Assert.EndsWith("\r\n.one\r\n..\r\n", Encoding.UTF8.GetString(raw ?? []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_out_of_order_are_refused_and_the_conversation_goes_on()
    {
        var answers = await Say("RCPT TO:<b@example.jp>", "DATA", "NOOP", "MAIL FROM:nobody", "TURN", "MAIL FROM:<>", "RSET", "RCPT TO:<b@example.jp>", "QUIT");

        Assert.Equal(["503", "503", "250", "501", "502", "250", "250", "503", "221"], answers);
        Assert.Empty(_folder.List());
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_read_to_its_end_and_refused()
    {
        var line = new string('x', 998);
        var large = string.Concat(Enumerable.Repeat(line + "\r\n", 21 * 1024)) + ".";

        var answers = await Say("MAIL FROM:<a@example.jp>", "RCPT TO:<b@example.jp>", "DATA", large, "NOOP", "QUIT");

        Assert.Equal(["250", "250", "354", "552", "250", "221"], answers);
        Assert.Empty(_folder.List());
    }

    private async Task<List<string>> Say(params string[] lines)
    {
        using var client = new TcpClient("127.0.0.1", _receiver.Port);
        await using var stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        using var reader = new StreamReader(stream);
        List<string> codes = [];
        await Answer(reader);

        foreach (var line in lines)
        {
            await writer.WriteLineAsync(line);
            codes.Add(await Answer(reader));
        }

        return codes;
    }

    /// <summary>The code of an answer; a dash after it says that more lines follow.</summary>
    private static async Task<string> Answer(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line[3] == ' ')
            {
                return line[..3];
            }
        }

        return "gone";
    }
}
