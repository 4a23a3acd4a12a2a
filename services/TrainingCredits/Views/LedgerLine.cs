using System.Text.Json.Serialization;
using Mamis.EventStore;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Views;

/// <summary>An entry as it is shown.</summary>
public sealed record LedgerLine
{
    public Guid EntryId { get; init; }

    public DateOnly Date { get; init; }

    public Category Category { get; init; }

    public string? Item { get; init; }

    public int Units { get; init; }

    public TrainingFormat? Format { get; init; }

    public EntrySource Source { get; init; }

    public EntryStatus Status { get; init; }

    /// <summary>The application it is kept for or was spent on.</summary>
    public Guid? HeldBy { get; init; }

    public Guid? TrainingId { get; init; }

    public Guid? SessionId { get; init; }

    public string TrainingTitle { get; init; } = string.Empty;

    public string? SessionTitle { get; init; }

    public AttendanceRole Role { get; init; }

    public Mode Mode { get; init; }

    public Presence Attendance { get; init; }

    /// <summary>The attendance list and the row of it, null for paper.</summary>
    public Guid? ListId { get; init; }

    public int? ListRow { get; init; }

    /// <summary>Who posted the list or declared the line, and when.</summary>
    public Guid PostedBy { get; init; }

    public DateTimeOffset PostedAt { get; init; }

    /// <summary>Why it was refused, withdrawn or corrected, in the words of whoever did it.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<EntryHistory.Step> History { get; init; } = [];

    /// <summary>Only what was refused, withdrawn or corrected by then has its reason shown.</summary>
    [JsonIgnore]
    public bool HasReason =>
        Status is EntryStatus.Refused or EntryStatus.Withdrawn || History.Any(it => it.What == EntryHistory.Corrected);

    /// <summary>The entries of a ledger in the order of their days, as these events leave them.</summary>
    public static IReadOnlyList<LedgerLine> Of(IReadOnlyList<StoredEvent> events)
    {
        var states = events.SelectMany(EntryChanges.Changed).GroupBy(it => it.EntryId).ToDictionary(it => it.Key, it => it.Last());
        var history = EntryHistory.Of(events);

        return
        [
            .. from row in events.Select(EntryChanges.Entered).OfType<EntryRow>()
               orderby row.Date, row.PostedAt, row.EntryId.Value
               select Of(row, states.GetValueOrDefault(row.EntryId), [.. history[row.EntryId.Value]]),
        ];
    }

    private static LedgerLine Of(EntryRow row, EntryState? state, IReadOnlyList<EntryHistory.Step> history) => new()
    {
        EntryId = row.EntryId.Value,
        Date = row.Date,
        Category = row.Category,
        Item = row.Item,
        Units = row.Units,
        Format = row.Format,
        Source = row.Source,
        Status = state?.Status ?? row.Status,
        HeldBy = state?.HeldBy?.Value,
        TrainingId = row.TrainingId,
        SessionId = row.SessionId,
        TrainingTitle = row.PaperTraining ?? string.Empty,
        Role = row.Role,
        Mode = row.Mode,
        Attendance = row.Presence,
        ListId = row.ListId,
        ListRow = row.ListRow,
        PostedBy = row.PostedBy,
        PostedAt = row.PostedAt,
        History = history,
    };
}
