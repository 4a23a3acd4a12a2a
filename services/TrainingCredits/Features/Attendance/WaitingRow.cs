using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>What became of a held row: its entry, or why it does not fit the person in this version.</summary>
public sealed record Settled(Guid Id, long Version, string? Code, Guid? EntryId, DateTimeOffset At, StaffId? SettledBy = null);

/// <summary>A held row beside the registered physician who has its register number.</summary>
public sealed record WaitingRow
{
    public Guid Id { get; init; }

    public Guid TrainingId { get; init; }

    public Guid SessionId { get; init; }

    public Guid ListId { get; init; }

    public int Row { get; init; }

    public Guid PostedBy { get; init; }

    public string LicenceNumber { get; init; } = string.Empty;

    public string FamilyName { get; init; } = string.Empty;

    public string GivenName { get; init; } = string.Empty;

    public DateOnly? BirthDate { get; init; }

    public AttendanceRole Role { get; init; }

    public Mode Mode { get; init; }

    public Presence Presence { get; init; }

    public EntryWay? Way { get; init; }

    public Guid PhysicianId { get; init; }

    public long Version { get; init; }

    public bool IsActive { get; init; }

    public string KnownLicenceNumber { get; init; } = string.Empty;

    public string KnownFamilyName { get; init; } = string.Empty;

    public string KnownGivenName { get; init; } = string.Empty;

    public DateOnly KnownBirthDate { get; init; }

    public Person Person => new(new(PhysicianId), Version, KnownLicenceNumber, KnownFamilyName, KnownGivenName, KnownBirthDate, IsActive);

    /// <summary>The same decision as for a row that is posted today, one for each category of the session.</summary>
    public IReadOnlyList<Decision> Judge(Training training, CreditLedger ledger)
    {
        return Person.Contradicts(FamilyName, GivenName, BirthDate) is { } mismatch ? [mismatch] : Credit(training, ledger, matchedBy: null);
    }

    /// <summary>Credits the physician beside the row, whatever name and number the row gives.</summary>
    public IReadOnlyList<Decision> Credit(Training training, CreditLedger ledger, StaffId? matchedBy)
    {
        var session = SessionIn(training);
        var source = new PostCredit.Source(new(ListId), Row, new(PostedBy), matchedBy, Way);

        return [.. session.AllCategories().Select(it => PostCredit.Decide(ledger, new(Person.Id, new(TrainingId), session, it, new(Role, Mode, Presence), source)))];
    }

    public Settled Settle(IReadOnlyList<Decision> decisions, Training training, DateTimeOffset now)
    {
        var refused = decisions.FirstOrDefault(it => it.IsRefused)?.Refusals[0].Code;
        var entry = EntryId.Of(new(SessionId), new(PhysicianId), SessionIn(training).Category).Value;

        return new(Id, Version, refused, refused is null ? entry : null, now);
    }

    private Session SessionIn(Training training) =>
        training.Find(SessionId.ToString()) ?? throw new InvalidOperationException($"Training {TrainingId} has no session {SessionId}.");
}
