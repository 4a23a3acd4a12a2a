using System.Security.Claims;
using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Certification.Views.Fees;

/// <summary>One transfer with everything that was done with it: who, when, why.</summary>
public sealed record PaymentDetails(PaymentLine Line, IReadOnlyList<PaymentDetails.Act> History)
{
    private const string Query = $"{PaymentLine.Select} where l.id = @id and l.payee = @payee";

    /// <param name="What">The event in kebab case.</param>
    /// <param name="By">The member of staff; the id names nobody outside the association.</param>
    /// <param name="Why">Null where no reason is asked for, and once it is deleted with the name.</param>
    public sealed record Act(DateTimeOffset At, string What, Guid By, string? Why);

    public static async Task<Results<Ok<PaymentDetails>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TransferProposals proposals, CancellationToken cancellation)
    {
        var line = await database.Find<PaymentLine>(Query, new { id, payee = user.Desk() }, cancellation);

        if (line is null)
        {
            return FeeRefusals.LineUnknown.ToProblem();
        }

        var why = await FeeReason.Of(id, database, cancellation);
        var history = await store.ReadStream(id, cancellation);

        return TypedResults.Ok(new PaymentDetails((await proposals.For(user.Desk(), [line], cancellation))[0], [.. history.Select(e => ActOf(e, why))]));
    }

    private static Act ActOf(StoredEvent e, IReadOnlyDictionary<Guid, string> why)
    {
        var (by, remark) = e.Data switch
        {
            BankLineTaken it => (it.TakenBy, null),
            BankLineAssigned it => (it.AssignedBy, null),
            BankLineRefundNoted it => (it.NotedBy, it.Remark),
            BankLineSetAside it => (it.SetAsideBy, it.Remark),
            _ => (default(StaffId), (RemarkId?)null),
        };

        return new(
            e.Timestamp, JsonNamingPolicy.KebabCaseLower.ConvertName(e.Data.GetType().Name), by.Value, remark is null ? null : why.GetValueOrDefault(remark.Value.Value));
    }
}
