using System.Globalization;
using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Views.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Lets a physician say that an attendance is missing in the ledger; the organizer of the training answers first.</summary>
public static class MakeClaim
{
    public sealed record Command(
        PhysicianId Claimant, TrainingId Id, Training Training, CreditLedger Ledger, IReadOnlyList<int> Sessions, AttendanceRole Role, DateTimeOffset Now);

    /// <summary>What was confirmed or withdrawn leaves room for another claim; what the prefecture refused, or nobody insisted on, does not.</summary>
    public static Decision Decide(CreditClaim claim, Command command) => (claim, command.Training) switch
    {
        (_, { WasDesignated: false }) => Refusals.TrainingUnknown,
        (_, { Status: TrainingStatus.Cancelled }) => Refusals.TrainingIsCancelled,
        ({ WaitsAtDesk: true }, _) => ClaimRefusals.Open,
        ({ Status: ClaimStatus.Refused or ClaimStatus.TurnedDown }, _) => ClaimRefusals.Decided,
        _ => Decision.RefuseOr([.. command.Sessions.SelectMany(it => Refuses(it, command))], () => Make(command)),
    };

    public sealed record Request(Guid? TrainingId = null, IReadOnlyList<int>? Sessions = null, string? Role = null, string? Statement = null);

    public sealed record Answer(Guid Id);

    public static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        fields.Require(request.TrainingId is not null, "trainingId", "The training you attended.");
        fields.Require(request.Sessions is { Count: > 0 and <= 100 }, "sessions", "The numbers of the sessions you attended.");
        var role = fields.Choice<AttendanceRole>("role", request.Role ?? Codes.Of(AttendanceRole.Attendee));
        var statement = fields.Text("statement", request.Statement, ClaimWords.Longest);

        if (fields.Faults.Count > 0)
        {
            return fields.Faults.ToProblem();
        }

        var (training, claimant) = (new TrainingId(request.TrainingId ?? Guid.Empty), user.Physician() ?? default);
        var id = CreditClaim.IdOf(training, claimant);
        var command = new Command(
            claimant,
            training,
            (await desk.Store.Load<Training>(training.Value, cancellation)).State,
            (await desk.Store.Load<CreditLedger>(claimant.Value, cancellation)).State,
            [.. (request.Sessions ?? []).Distinct()],
            role,
            desk.Clock.GetUtcNow());
        var decision = await desk.Store.DecideAsync<CreditClaim>(
            id, it => Decide(it, command), changes => changes.Say(id, claimant, statement), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.Created($"/claims/{id}", new Answer(id));
    }

    private static IEnumerable<Refusal> Refuses(int number, Command command)
    {
        var about = number.ToString(CultureInfo.InvariantCulture);

        return command.Training.Find(about) switch
        {
            null => [RowRefusals.SessionUnknown.For(about)],
            var session when session.EndsAt() > command.Now => [RowRefusals.SessionInFuture.For(about)],
            var session when command.Ledger.Latest(session, command.Claimant).Any(it => it.Status is not EntryStatus.Withdrawn) => [ClaimRefusals.Credited.For(about)],
            _ => [],
        };
    }

    private static Decision Make(Command command)
    {
        var today = BusinessCalendar.DayOf(command.Now);

        return Decision.Append(new ClaimMade(
            command.Claimant,
            command.Id,
            command.Training.Organizer,
            command.Training.Prefecture,
            [.. command.Sessions.Order().Select(it => Session.IdOf(command.Id, it))],
            command.Role,
            today.AddDays(ClaimRules.On(today).Organizer)));
    }
}
