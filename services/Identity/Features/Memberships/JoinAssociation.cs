using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Identity.Features.Memberships;

/// <summary>
/// An association takes a physician in. The three tiers are bodies of their own: each decides for itself, the county first,
/// then the prefecture, then the JMA (domain.md, section 2).
/// </summary>
public static class JoinAssociation
{
    public sealed record Command(string Association, DateOnly Since, DateOnly Today, StaffId By);

    public static Decision Decide(Physician physician, Command command)
    {
        if (physician.Standing is not { } standing)
        {
            return Refusals.PhysicianUnknown;
        }

        if (command.Since > command.Today)
        {
            return Refusals.DayInFuture;
        }

        return Association.TierOf(command.Association) switch
        {
            Tier.County => IntoCounty(standing, command),
            Tier.Prefecture => IntoPrefecture(standing, command),
            _ => IntoJma(standing, command),
        };
    }

    /// <summary>A member of another county is transferred: within the prefecture the memberships above stand, beyond it they end.</summary>
    private static Decision IntoCounty(Standing standing, Command command)
    {
        var county = command.Association;
        var stays = standing.County is { } former && Association.PrefectureOf(former) == Association.PrefectureOf(county);
        var change = standing.County is null ? MembershipChange.Joined : MembershipChange.Transferred;

        return standing.County == county
            ? Decision.Nothing
            : To(stays ? standing with { County = county } : new(county, null, Jma: false, standing.WorkplacePrefecture), change, command);
    }

    private static Decision IntoPrefecture(Standing standing, Command command) => standing switch
    {
        { Prefecture: { } present } when present == command.Association => Decision.Nothing,
        { County: { } county } when Association.PrefectureOf(county) == command.Association =>
            To(standing with { Prefecture = command.Association }, MembershipChange.Joined, command),
        _ => Refusals.CountyMembershipFirst,
    };

    private static Decision IntoJma(Standing standing, Command command) => standing switch
    {
        { Jma: true } => Decision.Nothing,
        { Prefecture: not null } => To(standing with { Jma = true }, MembershipChange.Joined, command),
        _ => Refusals.PrefectureMembershipFirst,
    };

    private static Decision To(Standing standing, MembershipChange change, Command command) =>
        Decision.Append(MembershipChanged.To(standing, change, command.Association, command.Since, command.By));

    /// <param name="LicenceNumber">From the application on paper, with the birth date: who joins is in nobody's list yet.</param>
    /// <param name="Since">First day of the membership.</param>
    public sealed record Request(string LicenceNumber, DateOnly BirthDate, DateOnly Since);

    /// <summary>Whom the association took in.</summary>
    public sealed record Answer(Guid PhysicianId);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IEventStore store, People people, TimeProvider clock, CancellationToken cancellation)
    {
        var number = LicenceNumber.Read(request.LicenceNumber) ?? string.Empty;
        var found = await people.ByLicenceNumber([number], cancellation);

        if (found.GetValueOrDefault(number) is not { } person || person.BirthDate != request.BirthDate)
        {
            return Refusals.PhysicianNotConfirmed.ToProblem();
        }

        var command = new Command(user.AssociationCode(), request.Since, clock.Today(), user.Staff());
        var decision = await store.DecideAsync<Physician>(
            person.PhysicianId,
            it => Decide(it, command),
            changes => changes.Write(AccessLog.By(user, AccessLog.Membership, clock.GetUtcNow(), person.PhysicianId)),
            cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Ok(new Answer(person.PhysicianId));
    }
}
