using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Preferences;

/// <summary>Whoever holds a mail ends the mails of its kind, without signing in: by the button of the mail program (RFC 8058) or of our page.</summary>
/// <remarks>Looking changes nothing, because programs that check mails follow every link in them.</remarks>
public static class StopMails
{
    /// <param name="Kind">Of the mail the link stands in.</param>
    /// <param name="Mail">Whether such mails still go out.</param>
    public sealed record Answer(NoticeKind Kind, bool Mail);

    public static async Task<Results<Ok<Answer>, RedirectHttpResult, ProblemHttpResult>> Get(
        string token, HttpRequest request, StopLink links, IEventStore store, MyPageAddress site, CancellationToken cancellation)
    {
        if (request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.Redirect(new Uri(site.Url, $"/stop-mails/{Uri.EscapeDataString(token)}").ToString());
        }

        if (await Notice(token, links, store, cancellation) is not { } notice)
        {
            return PreferenceRefusals.LinkUnknown.ToProblem();
        }

        var preferences = await store.Load<MailPreferences>(MailPreferences.IdOf(notice.Physician.Value), cancellation);
        return TypedResults.Ok(new Answer(notice.Kind, preferences.State.WantsMail(notice.Kind)));
    }

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        string token, StopLink links, IEventStore store, CancellationToken cancellation)
    {
        if (await Notice(token, links, store, cancellation) is not { } notice)
        {
            return PreferenceRefusals.LinkUnknown.ToProblem();
        }

        var decision = await store.Switch(new(notice.Physician, notice.Kind, Wanted: false, SwitchedBy.LinkInMail), cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(notice.Kind, Mail: false));
    }

    private static async Task<NoticeScheduled?> Notice(string token, StopLink links, IEventStore store, CancellationToken cancellation) =>
        links.Read(token) is { } id ? (await store.Load<Notice>(id, cancellation)).State.Content : null;
}
