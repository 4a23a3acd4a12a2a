using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Views;
using Mamis.TrainingCredits.Views.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>What it takes to work on a claim.</summary>
public sealed record ClaimDesk(IEventStore Store, NpgsqlDataSource Database, TimeProvider Clock)
{
    /// <summary>The claim, if the caller may see it.</summary>
    public async Task<EventStream<CreditClaim>?> Find(Guid id, ClaimsPrincipal user, CancellationToken cancellation) =>
        await Store.Load<CreditClaim>(id, cancellation) is { } claim && claim.State.IsOpenTo(ReaderOf(user)) ? claim : null;

    /// <summary>Decides and keeps what was said with it, under the version that the decision makes; both or neither.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DecideSaying(
        Guid id, string field, string? words, ClaimsPrincipal user, Func<CreditClaim, Decision> decide, CancellationToken cancellation)
    {
        var fields = new Fields();
        var said = fields.Text(field, words, ClaimWords.Longest);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await Find(id, user, cancellation) is not { } claim)
        {
            return ClaimRefusals.Unknown.ToProblem();
        }

        var decision = await Store.DecideAsync(id, decide, changes => changes.Say(id, claim.State.Claimant, said), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }

    public static CreditClaim.Reader ReaderOf(ClaimsPrincipal user) => new(user.Physician(), user.AssociationCode(), user.IsStaff());
}
