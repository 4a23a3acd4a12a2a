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

        if (await Choice(token, links, store, cancellation) is not { } choice)
        {
            return PreferenceRefusals.LinkUnknown.ToProblem();
        }

        var preferences = await store.Load<MailPreferences>(MailPreferences.IdOf(choice.Person), cancellation);
        return TypedResults.Ok(new Answer(choice.Kind, preferences.State.WantsMail(choice.Kind)));
    }

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        string token, StopLink links, IEventStore store, CancellationToken cancellation)
    {
        if (await Choice(token, links, store, cancellation) is not { } choice)
        {
            return PreferenceRefusals.LinkUnknown.ToProblem();
        }

        var decision = await store.Switch(choice, cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(choice.Kind, Mail: false));
    }

    /// <summary>Whose mails of which kind the link ends; null where it leads to no notice, or to one that went to somebody else.</summary>
    private static async Task<SwitchMail.Command?> Choice(string token, StopLink links, IEventStore store, CancellationToken cancellation) =>
        links.Read(token) is { } origin && (await store.Load<Notice>(origin.Notice, cancellation)).State.Content is { } content
            && content.Physician is null == origin.Staff is not null
            ? new(content.Physician, content.Kind, Wanted: false, SwitchedBy.LinkInMail, origin.Staff)
            : null;
}
