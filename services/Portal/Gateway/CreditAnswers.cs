namespace Mamis.Portal.Gateway;

/// <summary>A ledger with its entries and their sums.</summary>
public sealed record Ledger(Guid PhysicianId, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<CategoryTotal> Totals);

/// <summary>One entry of a ledger, with where it came from.</summary>
public sealed record LedgerEntry(
    Guid EntryId, DateOnly Date, string Category, string? Item, int Units, string Source, string Status, string TrainingTitle,
    string? SessionTitle, string Mode, string Attendance, string Role, Guid? HeldBy, string? Reason, int? ListRow);

/// <summary>Sums of one category.</summary>
public sealed record CategoryTotal(string Category, int Units, int Free, int SetAside, int Spent, int Pending);

/// <summary>A declared line of the paper handbook that waits for its desk.</summary>
public sealed record PaperLine(
    Guid EntryId, Guid PhysicianId, string? LicenceNumber, string? FamilyName, string? GivenName, DateOnly Date, string Category,
    string? Item, int Units, string Training, string Mode);

/// <summary>A training in a list.</summary>
public sealed record TrainingLine(
    Guid TrainingId, string Title, string Prefecture, string Status, DateOnly FirstDay, DateOnly LastDay, int Units);

/// <summary>A training with its sessions.</summary>
public sealed record Training(Guid Id, string Title, string Prefecture, string? Status, IReadOnlyList<TrainingSession> Sessions);

/// <summary>A session of a training.</summary>
public sealed record TrainingSession(
    int Number, string Title, DateOnly Date, TimeOnly Start, TimeOnly End, string Place, string Mode, string Category, int Units);

/// <summary>What became of an attendance list.</summary>
public sealed record AttendanceResult(
    int Rows, int Credited, int Duplicate, int Suspended, int Refused, IReadOnlyList<AttendanceRow> Results);

/// <summary>What became of one row.</summary>
public sealed record AttendanceRow(int Row, string Result, string? Code, string? Explanation);
