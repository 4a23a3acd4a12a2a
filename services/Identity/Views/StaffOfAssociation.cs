using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Views;

/// <summary>Who acts for an association, and who is invited to, for its administrators.</summary>
public sealed record StaffOfAssociation(IReadOnlyList<StaffOfAssociation.Member> Members, IReadOnlyList<StaffOfAssociation.Invitation> Invitations)
{
    private const int Shown = 500;

    /// <summary>Somebody with an account.</summary>
    /// <param name="Login">What the person signs in with.</param>
    /// <param name="FactorDue">Another authenticator is still to be set up through the link that was sent.</param>
    public sealed record Member(Guid StaffId, string Role, string Association, string Login, string? Email, bool FactorDue);

    /// <summary>An open invitation.</summary>
    /// <param name="ExpiresAt">Instant in UTC; after it the link opens nothing, and it can be sent again.</param>
    public sealed record Invitation(Guid StaffId, string Role, string Association, string Email, DateTimeOffset SentAt, DateTimeOffset ExpiresAt);

    /// <param name="association">Code of an association or organizing body; without it, the caller's own.</param>
    public static async Task<Results<Ok<StaffOfAssociation>, ProblemHttpResult>> Get(
        string? association, ClaimsPrincipal user, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = association ?? user.AssociationCode();

        // An organizing body has no tier and stands under the JMA alone.
        if (!user.IsInRole(Roles.JmaStaff) && (Association.TierOf(asked) is null || !user.IsAbove(asked)))
        {
            return Refusals.OutOfJurisdiction.ToProblem();
        }

        var parameters = new
        {
            association = asked,
            // A prefecture fills the posts of its desks; auditors and organizers are the JMA's.
            isAll = user.IsInRole(Roles.JmaStaff),
            desks = new[] { Roles.CountyStaff, Roles.PrefectureStaff },
            Shown,
        };
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new StaffOfAssociation(
            await database.List<Member>(
                """
                select s.staff_id, s.role, s.association, l.user_name as login, l.email, k.staff_id is not null as factor_due
                from staff_list s join credentials.login l on l.id = s.staff_id left join credentials.staff_link k on k.staff_id = s.staff_id
                where s.association = @association and (@isAll or s.role = any (@desks))
                order by l.user_name limit @Shown
                """,
                parameters,
                cancellation),
            await database.List<Invitation>(
                """
                select k.staff_id, k.role, k.association, k.email, k.sent_at, k.expires_at from credentials.staff_link k
                where k.purpose = 'invitation' and k.association = @association and (@isAll or k.role = any (@desks))
                order by k.sent_at, k.staff_id limit @Shown
                """,
                parameters,
                cancellation)));
    }
}
