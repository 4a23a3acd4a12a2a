using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>What became of a check-in.</summary>
public enum CheckInOutcome
{
    Recorded,

    /// <summary>It was recorded before; sending it again changed nothing.</summary>
    Known,

    /// <summary>Not recorded.</summary>
    Refused,
}

/// <summary>The result of one check-in, with the name to compare with the face or a document.</summary>
/// <param name="At">When it happened, by the clock of this service.</param>
public sealed record CheckInResult(
    Guid Id, CheckInOutcome Result, string? Code = null, string? Explanation = null, DateTimeOffset? At = null,
    Guid? PhysicianId = null, string? FamilyName = null, string? GivenName = null)
{
    public static CheckInResult Refused(Guid id, Refusal refusal, Person? who = null) =>
        new(id, CheckInOutcome.Refused, refusal.Code, refusal.Explanation, FamilyName: who?.FamilyName, GivenName: who?.GivenName);
}

/// <summary>The answer to check-ins: counts, and a result for each in the order they were sent.</summary>
public sealed record CheckInAnswer(int Recorded, int Known, int Refused, IReadOnlyList<CheckInResult> Results)
{
    public static CheckInAnswer Of(IReadOnlyList<CheckInResult> results)
    {
        return new(Count(CheckInOutcome.Recorded), Count(CheckInOutcome.Known), Count(CheckInOutcome.Refused), results);

        int Count(CheckInOutcome outcome) => results.Count(it => it.Result == outcome);
    }
}
