using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Features;
using Microsoft.Extensions.Options;

namespace Mamis.Notifications.Messaging;

/// <summary>The mail server that takes the notices.</summary>
public sealed record SmtpOptions
{
    [Required]
    public required string Host { get; init; }

    [Range(1, 65_535)]
    public required int Port { get; init; }

    /// <summary>Sender of every notice; its domain also names the messages.</summary>
    [Required, EmailAddress]
    public required string From { get; init; }

    /// <summary>What stands behind the @ of every Message-ID.</summary>
    public string Domain => new MailAddress(From).Host;

    /// <summary>So many mails at once to one domain of recipients, from one node.</summary>
    [Range(1, 100)]
    public int AtOncePerDomain { get; init; } = 2;

    /// <summary>Domains that ask for another number.</summary>
    public IReadOnlyDictionary<string, int> Domains { get; init; } = new Dictionary<string, int>();

    /// <summary>After so long without an answer the attempt counts as deferred.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>Hands one mail to the server, and says whether a failure is for now or for good.</summary>
public sealed class SmtpRelay(IOptions<SmtpOptions> options, TimeProvider clock)
{
    private readonly MailAddress _from = new(options.Value.From);

    /// <summary>Null when the server has taken it.</summary>
    public async Task<SendNotice.Outcome?> Send(Mail mail, string to, CancellationToken cancellation)
    {
        if (!MailAddress.TryCreate(to, out var recipient))
        {
            return new SendNotice.Rejected(Reasons.EmailUnreadable);
        }

        using var patience = new CancellationTokenSource(options.Value.Patience, clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);

        try
        {
            using var client = new SmtpClient(options.Value.Host, options.Value.Port);
            using var message = mail.Compose(_from, recipient);
            // Waited for from outside, because the client itself waits for the last yes without looking at the token; disposing it ends that.
            await client.SendMailAsync(message, enough.Token).WaitAsync(enough.Token);
            return null;
        }
        catch (SmtpException e)
        {
            return OutcomeOf(e.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendNotice.Deferred(Reasons.ServerSilent);
        }
    }

    /// <summary>RFC 5321: 4yz may work later, 5yz will not; that we have to log in first is no fault of the address.</summary>
    public static SendNotice.Outcome OutcomeOf(SmtpStatusCode status) => (int)status switch
    {
        < 400 => new SendNotice.Deferred(Reasons.ServerUnreachable),
        var code and (< 500 or (int)SmtpStatusCode.MustIssueStartTlsFirst) => new SendNotice.Deferred($"SMTP_{code}"),
        var code => new SendNotice.Rejected($"SMTP_{code}"),
    };
}
