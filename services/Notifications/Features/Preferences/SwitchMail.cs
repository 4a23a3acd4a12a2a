using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Preferences;

/// <summary>A physician says whether notices of an optional kind are to come by mail too, or are to wait in the inbox only.</summary>
public static class SwitchMail
{
    public sealed record Command(PhysicianId Physician, NoticeKind Kind, bool Wanted, SwitchedBy By);

    public static Decision Decide(MailPreferences preferences, Command command) => command switch
    {
        { Wanted: false } when !command.Kind.IsOptional() => PreferenceRefusals.AlwaysTold,
        _ when preferences.WantsMail(command.Kind) == command.Wanted => Decision.Nothing,
        { Wanted: true } => Decision.Append(new MailSwitchedOn(command.Physician, command.Kind, command.By)),
        _ => Decision.Append(new MailSwitchedOff(command.Physician, command.Kind, command.By)),
    };

    /// <param name="Mail">False leaves the notices to the inbox.</param>
    public sealed record Request(bool? Mail = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string kind, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        if (Codes.Find<NoticeKind>(kind) is not { } known)
        {
            return PreferenceRefusals.KindUnknown.ToProblem();
        }

        if (request.Mail is not { } wanted)
        {
            return PreferenceRefusals.MailMissing.ToProblem();
        }

        var decision = await store.Switch(new(new(user.Subject()), known, wanted, SwitchedBy.MyPage), cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    public static Task<Decision> Switch(this IEventStore store, Command command, CancellationToken cancellation) =>
        store.DecideAsync<MailPreferences>(MailPreferences.IdOf(command.Physician.Value), it => Decide(it, command), cancellation);
}
