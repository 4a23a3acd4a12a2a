using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Features.Attendance;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Makes an attendance list of a claim, a row for each session, so that the same rules hold for both.</summary>
public static class ClaimedList
{
    public static async Task<AttendanceList> Of(
        EventStream<CreditClaim> claim, Presence presence, StaffId by, ClaimDesk desk, AttendancePosting posting, CancellationToken cancellation)
    {
        var training = await posting.Load(claim.State.Training.Value, cancellation);
        var person = await desk.Database.ById(claim.State.Claimant.Value, cancellation);
        var rows = training.State.Sessions.Where(it => claim.State.Sessions.Contains(it.Id)).Select(it => RowOf(it, person, claim.State.Role, presence));

        return new(training, new(DeterministicId.From("claimed-list", claim.Id, claim.Version)), by, [.. rows], EntryWay.Claimed);
    }

    /// <summary>The row bears the number of the session, by which a refusal names it.</summary>
    public static RowReading RowOf(Session session, Person? person, AttendanceRole role, Presence presence) => person is null
        ? RowReading.Broken(session.Number, "The physician is not known any more.")
        : new(session.Number, new(
            person.LicenceNumber, person.FamilyName, person.GivenName, person.BirthDate, session.Id.Value.ToString(),
            new(role, session.Mode, presence)), Malformed: null);
}
