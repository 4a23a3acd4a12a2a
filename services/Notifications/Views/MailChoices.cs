using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Views;

/// <summary>Every kind of notice the reader can get, whether its mails are wanted, and how the reader came to say so.</summary>
public static class MailChoices
{
    public sealed record Answer(IReadOnlyList<Choice> Kinds, IReadOnlyList<Step> History);

    /// <param name="Optional">False where the rules want it told, so that it cannot be switched off.</param>
    /// <param name="Mail">Whether it comes by mail too; the inbox has it either way.</param>
    public sealed record Choice(NoticeKind Kind, bool Optional, bool Mail);

    /// <param name="Mail">What was wanted from then on.</param>
    public sealed record Step(DateTimeOffset At, NoticeKind Kind, bool Mail, SwitchedBy By);

    public static async Task<Ok<Answer>> Get(ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var stream = MailPreferences.IdOf(user.Subject());
        var events = await store.ReadStream(stream, cancellation);
        var preferences = events.Aggregate(new MailPreferences(), (state, e) => state.Evolve(e.Data));

        return TypedResults.Ok(new Answer(
            [.. Audiences.Of(user.Role()).Kinds().Select(it => new Choice(it, it.IsOptional(), preferences.WantsMail(it)))],
            [.. events.Reverse().Select(StepOf)]));
    }

    private static Step StepOf(StoredEvent e) => e.Data switch
    {
        MailSwitchedOff it => new(e.Timestamp, it.Kind, Mail: false, it.By),
        MailSwitchedOn it => new(e.Timestamp, it.Kind, Mail: true, it.By),
        _ => throw new InvalidOperationException($"{e.Data.GetType()} is no choice about mails."),
    };
}
