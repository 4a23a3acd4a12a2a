namespace Mamis.Portal.Gateway;

/// <summary>A ledger with its entries and their sums.</summary>
public sealed record Ledger(Guid PhysicianId, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<CategoryTotal> Totals);

/// <summary>One entry of a ledger, with where it came from.</summary>
public sealed record LedgerEntry(
    Guid EntryId, DateOnly Date, string Category, string? Item, int Units, string Source, string Status, string TrainingTitle,
    string? SessionTitle, string Mode, string Attendance, string Role, Guid? HeldBy, string? Reason, int? ListRow);

/// <summary>Sums of one category.</summary>
public sealed record CategoryTotal(string Category, int Units, int Free, int SetAside, int Spent, int Pending);
