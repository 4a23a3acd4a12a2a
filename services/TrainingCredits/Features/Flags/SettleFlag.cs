using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Flags;
using Mamis.TrainingCredits.Views.Flags;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Features.Flags;

/// <summary>Lets staff say what they found behind a flag; what was wrong, they correct at the attendance itself.</summary>
public static class SettleFlag
{
    public sealed record Command(StaffId SettledBy, string Desk, FlagVerdict Verdict);

    public static Decision Decide(CreditFlag flag, Command command) => flag switch
    {
        { Status: null } => FlagRefusals.Unknown,
        { Status: FlagStatus.Settled } when flag.Verdict == command.Verdict => Decision.Nothing,
        { Status: FlagStatus.Settled } => FlagRefusals.Settled,
        _ => Decision.Append(new FlagSettled(command.SettledBy, command.Desk, command.Verdict)),
    };

    public sealed record Request(string? Verdict = null, string? Remark = null);

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var fields = new Fields();
        var verdict = fields.Choice<FlagVerdict>("verdict", request.Verdict);
        var remark = fields.Text("remark", request.Remark, FlagRemarks.Longest);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        if (await FlagList.Find(id, user, database, cancellation) is null)
        {
            return FlagRefusals.Unknown.ToProblem();
        }

        var command = new Command(user.Staff(), user.AssociationCode(), verdict);
        var decision = await store.DecideAsync<CreditFlag>(id, it => Decide(it, command), changes => changes.Remark(id, remark), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
