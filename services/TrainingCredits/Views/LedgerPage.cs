using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.TrainingCredits.Views;

/// <summary>A physician's ledger: every entry with where it came from and what happened to it, and the sums of exactly these entries.</summary>
public sealed record LedgerPage(Guid PhysicianId, IReadOnlyList<LedgerLine> Entries, IReadOnlyList<CategoryTotal> Totals)
{
    private const string Entry =
        """
        select e.entry_id, e.date, e.category, e.item, e.units, e.format, e.source, e.status, e.held_by, e.training_id, e.session_id,
               coalesce(t.title, e.paper_training) as training_title, s.title as session_title, e.role, e.mode,
               e.presence as attendance, e.list_id, e.list_row, e.posted_by, e.posted_at, r.reason
        from ledger_entry e
        left join training_session s using (session_id)
        left join training_card t on t.training_id = e.training_id
        left join paper_reason r using (entry_id)
        where e.physician_id = @physician
        order by e.date, e.posted_at, e.entry_id
        """;

    public static async Task<Results<Ok<LedgerPage>, ProblemHttpResult>> Get(
        string physicianId, ClaimsPrincipal user, IEventStore store, NpgsqlDataSource database, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await LedgerAccess.Reach(physicianId, user, database, clock, cancellation) is not { } physician)
        {
            return Refusals.LedgerUnknown.ToProblem();
        }

        var history = EntryHistory.Of(await store.ReadStream(physician, cancellation));
        var rows = await database.List<LedgerLine>(Entry, new { physician }, cancellation);
        var lines = rows.Select(it => it with { History = [.. history[it.EntryId]] }).ToArray();

        return TypedResults.Ok(new LedgerPage(physician, lines, CategoryTotal.Of(lines)));
    }
}

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

    /// <summary>Why a desk refused it, in the desk's words.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<EntryHistory.Step> History { get; init; } = [];
}

/// <summary>The sum of the entries of one category; refused ones count nowhere.</summary>
/// <param name="Units">Everything that was gained: free, set aside and spent.</param>
public sealed record CategoryTotal(Category Category, int Units, int Free, int SetAside, int Spent, int Pending)
{
    public static IReadOnlyList<CategoryTotal> Of(IEnumerable<LedgerLine> lines) =>
    [
        .. from line in lines
           group line by line.Category into same
           orderby same.Key
           select new CategoryTotal(
               same.Key,
               same.Where(it => it.Status is EntryStatus.Posted or EntryStatus.SetAside or EntryStatus.Spent).Sum(it => it.Units),
               Sum(same, EntryStatus.Posted),
               Sum(same, EntryStatus.SetAside),
               Sum(same, EntryStatus.Spent),
               Sum(same, EntryStatus.Pending)),
    ];

    private static int Sum(IEnumerable<LedgerLine> lines, EntryStatus status) => lines.Where(it => it.Status == status).Sum(it => it.Units);
}
