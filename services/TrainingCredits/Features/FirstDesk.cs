using System.Security.Claims;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Npgsql;

namespace Mamis.TrainingCredits.Features;

/// <summary>Paper originals lie at the first desk: the county of a member, the prefecture of a non-member's workplace (domain.md 3.9).</summary>
public static class FirstDesk
{
    /// <summary>Why the caller may not decide on this physician's paper, or null when the caller may.</summary>
    public static async Task<Refusal?> Refuses(
        ClaimsPrincipal user, Guid physician, NpgsqlDataSource database, CancellationToken cancellation) =>
        await database.StandingOf(physician, cancellation) switch
        {
            null => Refusals.LedgerUnknown,
            var standing when !user.Covers(standing) => Refusals.LedgerUnknown,
            var standing when standing.Desk != user.AssociationCode() => Refusals.NotFirstDesk,
            _ => null,
        };
}
