using System.Text.RegularExpressions;
using Mamis.Kernel;
using Mamis.Notifications.Domain;

namespace Mamis.Notifications.Messaging;

/// <summary>Reads the report of a mail server as it came (RFC 3462, RFC 3464): what became of the mail, and of which one. Addresses in it are never read.</summary>
public static partial class DeliveryReport
{
    /// <summary>The report, or everything that is wrong with it.</summary>
    public static (MailReport? Report, IReadOnlyList<Refusal> Refusals) Read(string text, string host)
    {
        var parts = MimePart.Read(text.ReplaceLineEndings("\n").Split('\n')).Parts();

        if (parts.FirstOrDefault(it => it.Is("message/delivery-status", "message/global-delivery-status")) is not { } status)
        {
            return (null, [MailReportRefusals.NoReport]);
        }

        // Our mails have one recipient, and so has the report.
        var recipient = status.Groups().FirstOrDefault(it => it.ContainsKey("Action"));
        var mail = parts
            .Where(it => it.Is("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"))
            .Select(it => MimePart.Read(it.Body).Fields.GetValueOrDefault("Message-ID"))
            .FirstOrDefault(it => it is not null);

        return Of(recipient?["Action"], recipient?.GetValueOrDefault("Status"), mail, host);
    }

    /// <summary>The same from its three fields.</summary>
    public static (MailReport? Report, IReadOnlyList<Refusal> Refusals) Of(string? action, string? status, string? mail, string host) =>
        (FateOf(action), StatusOf(status), MailId.Read(mail, host)) switch
        {
            ({ } fate, { } code, { } notice) => (new(notice, fate, code), []),
            var (fate, code, notice) => (null, [.. Wrong(fate, code, mail, notice)]),
        };

    private static IEnumerable<Refusal> Wrong(MailFate? fate, string? status, string? mail, Guid? notice) =>
        new[]
        {
            fate is null ? MailReportRefusals.ActionMissing : null,
            status is null ? MailReportRefusals.StatusMissing : null,
            mail is null ? MailReportRefusals.MessageMissing : notice is null ? MailReportRefusals.MailUnknown : null,
        }.OfType<Refusal>();

    private static MailFate? FateOf(string? action) => action?.Split(' ', '(')[0].ToUpperInvariant() switch
    {
        "FAILED" => MailFate.Failed,
        "DELAYED" => MailFate.Delayed,
        "DELIVERED" => MailFate.Delivered,
        "RELAYED" or "EXPANDED" => MailFate.HandedOn,
        _ => null,
    };

    private static string? StatusOf(string? status) => Status().Match(status ?? string.Empty) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Status();
}
