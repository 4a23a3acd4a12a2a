using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Preferences;

/// <summary>A physician or a member of staff says whether notices of an optional kind are to come by mail too, or are to wait on the page only.</summary>
public static class SwitchMail
{
    /// <param name="Physician">Null where a member of staff says it.</param>
    public sealed record Command(PhysicianId? Physician, NoticeKind Kind, bool Wanted, SwitchedBy By, StaffId? Staff = null)
    {
        public Guid Person => Physician?.Value ?? Staff?.Value ?? Guid.Empty;
    }

    public static Decision Decide(MailPreferences preferences, Command command) => command switch
    {
        { Wanted: false } when !command.Kind.IsOptional() => PreferenceRefusals.AlwaysTold,
        _ when preferences.WantsMail(command.Kind) == command.Wanted => Decision.Nothing,
        { Wanted: true } => Decision.Append(new MailSwitchedOn(command.Physician, command.Kind, command.By, command.Staff)),
        _ => Decision.Append(new MailSwitchedOff(command.Physician, command.Kind, command.By, command.Staff)),
    };

    /// <param name="Mail">False leaves the notices to the inbox.</param>
    public sealed record Request(bool? Mail = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string kind, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        if (Codes.Find<NoticeKind>(kind) is not { } known || known.ToldTo() != Audiences.Of(user.Role()))
        {
            return PreferenceRefusals.KindUnknown.ToProblem();
        }

        if (request.Mail is not { } wanted)
        {
            return PreferenceRefusals.MailMissing.ToProblem();
        }

        var physician = user.Physician();
        var decision = await store.Switch(new(physician, known, wanted, SwitchedBy.MyPage, physician is null ? user.Staff() : null), cancellation);
        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    public static Task<Decision> Switch(this IEventStore store, Command command, CancellationToken cancellation) =>
        store.DecideAsync<MailPreferences>(MailPreferences.IdOf(command.Person), it => Decide(it, command), cancellation);
}
