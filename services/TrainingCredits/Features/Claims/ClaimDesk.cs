using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Views;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>What it takes to work on a claim.</summary>
public sealed record ClaimDesk(IEventStore Store, NpgsqlDataSource Database, TimeProvider Clock)
{
    /// <summary>The claim, if the caller may see it.</summary>
    public async Task<EventStream<CreditClaim>?> Find(Guid id, ClaimsPrincipal user, CancellationToken cancellation) =>
        await Store.Load<CreditClaim>(id, cancellation) is { } claim && claim.State.IsOpenTo(ReaderOf(user)) ? claim : null;

    public static CreditClaim.Reader ReaderOf(ClaimsPrincipal user) => new(user.Physician(), user.AssociationCode(), user.IsStaff());
}
