using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain.Claims;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Passes claims that the organizer has let lie to the prefecture, the day after the organizer's last one.</summary>
/// <remarks>Decided on the stream, so that several nodes, or an answer in the same moment, pass a claim on once or not at all.</remarks>
public sealed class EscalateClaims(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    private const string Overdue =
        "select claim_id from claim where status = 'AtOrganizer' and answer_by < @today order by answer_by, claim_id limit 500";

    public static Decision Decide(CreditClaim claim, DateOnly today) =>
        claim.Status is ClaimStatus.AtOrganizer && today > claim.AnswerBy
            ? Decision.Append(new ClaimEscalated(claim.Claimant, claim.Prefecture, today.AddDays(ClaimRules.On(today).Prefecture)))
            : Decision.Nothing;

    /// <summary>Looks once; answers how many claims it found.</summary>
    public async Task<int> Look(CancellationToken cancellation)
    {
        var today = clock.Today();
        var overdue = await database.List<Guid>(Overdue, new { today }, cancellation);

        foreach (var claim in overdue)
        {
            await store.DecideAsync<CreditClaim>(claim, it => Decide(it, today), cancellation);
        }

        return overdue.Count;
    }
}
