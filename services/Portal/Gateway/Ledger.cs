namespace Mamis.Portal.Gateway;

/// <summary>A ledger with its entries and their sums.</summary>
public sealed record Ledger(Guid PhysicianId, DateOnly? AsKnownOn, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<CategoryTotal> Totals);

/// <summary>One entry of a ledger, with where it came from.</summary>
public sealed record LedgerEntry(
    Guid EntryId, DateOnly Date, string Category, string? Item, int Units, string Source, string Status, string TrainingTitle,
    string? SessionTitle, string Mode, string Attendance, string Role, Guid? HeldBy, string? Reason, Guid? ListId, int? ListRow,
    Guid PostedBy, DateTimeOffset PostedAt, IReadOnlyList<EntryStep> History);

/// <summary>One thing that happened to an entry.</summary>
public sealed record EntryStep(string What, DateTimeOffset At);

/// <summary>Sums of one category.</summary>
public sealed record CategoryTotal(string Category, int Units, int Free, int SetAside, int Spent, int Pending);
