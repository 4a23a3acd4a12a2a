using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Mamis.Notifications.Features;

/// <summary>A mail server tells what became of a mail it had taken: a bounce orders the letter, a delay does after the days that mail has.</summary>
public static class TakeMailReport
{
    public const string Scope = "mail-reports";

    /// <summary>What a mail server has in its hands anyway; every one can be told to pipe a mail to a command.</summary>
    public const string MediaType = "message/rfc822";

    public sealed record Command(MailReport Report);

    /// <summary>The same in JSON, for a server that reports by webhook.</summary>
    public sealed record Fields(string? MessageId = null, string? Action = null, string? Status = null);

    /// <param name="Repeated">The notice knew already; nothing was noted.</param>
    public sealed record Answer(Guid NoticeId, MailFate Outcome, bool Repeated);

    public static Decision Decide(Notice notice, Command command) => (notice, command.Report) switch
    {
        ({ Content: null }, _) => MailReportRefusals.MailUnknown,
        ({ State: NoticeState.Scheduled }, { Fate: not MailFate.HandedOn }) => MailReportRefusals.MailNotNoted,
        ({ Batch: not null }, _) => Decision.Nothing,
        ({ State: NoticeState.Sent }, { Fate: MailFate.Delayed } report) => Decision.Append(new MailDelayed(report.Code)),
        ({ State: NoticeState.Sent or NoticeState.Delayed }, { Fate: MailFate.Delivered } report) => Decision.Append(new MailDelivered(report.Code)),
        ({ State: NoticeState.Sent or NoticeState.Delayed or NoticeState.Delivered }, { Fate: MailFate.Failed } report) => Decision.Append(new MailBounced(report.Code)),
        _ => Decision.Nothing,
    };

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        HttpRequest request, ClaimsPrincipal user, IEventStore store, IOptions<SmtpOptions> mail, TimeProvider clock, CancellationToken cancellation)
    {
        if (!user.HasScope(Scope))
        {
            return MailReportRefusals.NotAllowed.ToProblem();
        }

        var (report, refusals) = await Read(request, mail.Value.Domain, cancellation);

        if (report is null)
        {
            return refusals.ToProblem();
        }

        var noted = await store.DecideAsync<Notice>(
            report.Notice,
            it => Decide(it, new(report)),
            changes => LeaveLetter(changes, report, clock),
            cancellation);

        return noted.IsRefused ? noted.ToProblem() : TypedResults.Ok(new Answer(report.Notice, report.Fate, noted.Events.Count == 0));
    }

    private static async Task<(MailReport? Report, IReadOnlyList<Refusal> Refusals)> Read(HttpRequest request, string host, CancellationToken cancellation)
    {
        if (request.HasJsonContentType())
        {
            return await ReadFields(request, host, cancellation);
        }

        // Latin1 takes every byte as it is; what is read of a report is ASCII.
        using var body = new StreamReader(request.Body, Encoding.Latin1);
        return DeliveryReport.Read(await body.ReadToEndAsync(cancellation), host);
    }

    private static async Task<(MailReport? Report, IReadOnlyList<Refusal> Refusals)> ReadFields(HttpRequest request, string host, CancellationToken cancellation)
    {
        try
        {
            var fields = await request.ReadFromJsonAsync<Fields>(cancellation) ?? new();
            return DeliveryReport.Of(fields.Action, fields.Status, fields.MessageId, host);
        }
        catch (JsonException)
        {
            return (null, [MailReportRefusals.NoReport]);
        }
    }

    /// <summary>At once after a bounce; after a delay when mail has had its days.</summary>
    private static void LeaveLetter(Changes changes, MailReport report, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var dues = changes.Streams.SelectMany(it => it.Events).Select(e => e switch
        {
            MailBounced => now,
            MailDelayed => now.AddDays(DeliveryRules.On(clock.Today()).MailDays),
            _ => (DateTimeOffset?)null,
        });

        foreach (var due in dues.OfType<DateTimeOffset>())
        {
            changes.Leave(WriteInstead.Of(report, due));
        }
    }
}
