using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.SignUps;

/// <summary>Serves sign-ups for a session one after the other.</summary>
/// <remarks>
/// A list that opens at noon gets hundreds of calls in a second, all for one stream. On one node they queue instead of
/// losing races against each other; between nodes the version of the stream decides, and the slower one decides again.
/// </remarks>
public sealed class SignUpDesk(IEventStore store, SessionQueue queue, TimeProvider clock)
{
    private const int MostTries = 20;

    public async Task<Decision> InTurn(
        Guid training, int number, ClaimsPrincipal user, Func<SessionPlaces, SignUp.Command, Decision> decide, CancellationToken cancellation)
    {
        var plan = (await store.Load<Training>(training, cancellation)).State;
        var session = plan.WasDesignated ? plan.Sessions.FirstOrDefault(it => it.Number == number) : null;

        if (session is null || user.Physician() is not { } physician)
        {
            return Refusals.TrainingUnknown;
        }

        if (plan.Status is TrainingStatus.Cancelled)
        {
            return Refusals.TrainingIsCancelled;
        }

        return await queue.InTurn(
            session.Id, () => Decided(new(physician, new(training), session, clock.GetUtcNow()), decide, cancellation), cancellation);
    }

    private async Task<Decision> Decided(
        SignUp.Command command, Func<SessionPlaces, SignUp.Command, Decision> decide, CancellationToken cancellation)
    {
        for (var left = MostTries - 1; ; left--)
        {
            try
            {
                return await store.DecideAsync<SessionPlaces>(command.Session.Id.Value, it => decide(it, command), cancellation);
            }
            catch (StreamVersionException) when (left > 0)
            {
                // Another node was quicker; decide on what stands now.
            }
        }
    }
}
