using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Templates;

/// <summary>The JMA gives a kind of notice new words from a day on; the earlier ones stay, for what was sent in them.</summary>
public static class WriteTemplate
{
    private const int LongestReason = 200;

    /// <param name="Shipped">The words that came with the system: they say which places there are.</param>
    public sealed record Command(
        NoticeKind Kind, TemplateText Words, TemplateText Shipped, DateOnly? Since, string Why, StaffId By, DateOnly Today);

    public static Decision Decide(NoticeTemplate template, Command command) => Decision.RefuseOr(
        Mistakes(command),
        () => template.Written is [.., var last] && (last.Since, last.Subject, last.Text) == (command.Since, command.Words.Subject, command.Words.Text)
            ? Decision.Nothing
            : Decision.Append(new TemplateWritten(
                command.Kind, template.Next, command.Since ?? command.Today, command.Words.Subject, command.Words.Text, command.Why, command.By)));

    /// <param name="Since">First day in Tokyo on which the words go out; today at the earliest.</param>
    /// <param name="Why">At most 200 characters.</param>
    public sealed record Request(DateOnly? Since = null, string? Subject = null, string? Text = null, string? Why = null);

    /// <param name="Version">The latest there is now.</param>
    public sealed record Answer(int Version);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        string kind, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (Codes.Find<NoticeKind>(kind) is not { } known)
        {
            return PreferenceRefusals.KindUnknown.ToProblem();
        }

        var words = TemplateText.Read(request.Subject, request.Text);
        var command = new Command(
            known, words, Wording.Shipped(known), request.Since, (request.Why ?? string.Empty).Trim(), user.Staff(), clock.Today());
        var decision = await store.DecideAsync<NoticeTemplate>(NoticeTemplate.IdOf(known), it => Decide(it, command), cancellation);
        var version = (await store.Load<NoticeTemplate>(NoticeTemplate.IdOf(known), cancellation)).State.Next - 1;

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(version));
    }

    private static IReadOnlyList<Refusal> Mistakes(Command command) =>
    [
        .. command.Words.Mistakes(command.Shipped),
        .. command.Since is { } since ? When(since < command.Today, TemplateRefusals.SincePast) : [TemplateRefusals.SinceMissing],
        .. When(command.Why.Length is 0 or > LongestReason || command.Why.Any(char.IsControl), TemplateRefusals.WhyMissing),
    ];

    private static Refusal[] When(bool wrong, Refusal refusal) => wrong ? [refusal] : [];
}
