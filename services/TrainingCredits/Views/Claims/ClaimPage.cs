using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Features.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views.Claims;

/// <summary>One claim with what was claimed, who said what and when, and who acts next until when.</summary>
public sealed record ClaimPage(
    Guid Id, ClaimStatus Status, DateOnly AnswerBy, bool MayAnswer, Guid TrainingId, string TrainingTitle, string Organizer, string Prefecture,
    AttendanceRole Role, IReadOnlyList<ClaimPage.Claimed> Sessions, ClaimPage.Who? Claimant, IReadOnlyList<Guid> Evidence, IReadOnlyList<ClaimPage.Step> Steps)
{
    /// <summary>A session the physician was at.</summary>
    public sealed record Claimed(int Number, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, Category Category, int Units);

    /// <summary>Who claims it; shown to the desks.</summary>
    public sealed record Who(string LicenceNumber, string FamilyName, string GivenName);

    /// <summary>One thing that happened.</summary>
    /// <param name="What"><c>made</c>, <c>evidence-added</c>, <c>turned-down</c>, <c>insisted-on</c>, <c>escalated</c>, <c>confirmed</c>, <c>refused</c>, <c>withdrawn</c>.</param>
    /// <param name="Desk">The organizer or prefecture that did it; null for the physician and for the clock.</param>
    public sealed record Step(string What, DateTimeOffset At, string? Desk, string? Words);

    public static async Task<Results<Ok<ClaimPage>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, [AsParameters] ClaimDesk desk, CancellationToken cancellation)
    {
        if (await desk.Find(id, user, cancellation) is not { State: var claim })
        {
            return ClaimRefusals.Unknown.ToProblem();
        }

        var training = (await desk.Store.Load<Training>(claim.Training.Value, cancellation)).State;
        var person = await desk.Database.ById(claim.Claimant.Value, cancellation);
        var said = await desk.Database.SaidIn(id, cancellation);
        var events = await desk.Store.ReadStream(id, cancellation);

        return TypedResults.Ok(new ClaimPage(
            id, claim.Status ?? default, claim.AnswerBy, claim.WaitsAt(ClaimDesk.ReaderOf(user)), claim.Training.Value, training.Title, claim.Organizer,
            claim.Prefecture, claim.Role,
            [.. training.Sessions.Where(it => claim.Sessions.Contains(it.Id)).Select(it => new Claimed(it.Number, it.Title, it.Date, it.Start, it.End, it.Category, it.Units))],
            person is null ? null : new(person.LicenceNumber, person.FamilyName, person.GivenName),
            claim.Evidence,
            [.. events.Select(it => StepOf(it, claim.Organizer, said.GetValueOrDefault(it.Version)))]));
    }

    private static Step StepOf(StoredEvent e, string organizer, string? words)
    {
        var (what, desk) = e.Data switch
        {
            EvidenceAdded => ("evidence-added", null),
            ClaimTurnedDown => ("turned-down", organizer),
            ClaimInsistedOn => ("insisted-on", null),
            ClaimEscalated => ("escalated", null),
            ClaimConfirmed it => ("confirmed", it.Desk),
            ClaimRefused it => ("refused", it.Desk),
            ClaimWithdrawn => ("withdrawn", null),
            _ => ("made", (string?)null),
        };

        return new(what, e.Timestamp, desk, words);
    }
}
