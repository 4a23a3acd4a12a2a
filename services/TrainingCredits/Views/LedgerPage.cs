using System.Security.Claims;
using System.Text.Json.Serialization;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Views;

/// <summary>A physician's ledger: every entry with where it came from and what happened to it, and the sums of exactly these entries.</summary>
/// <param name="AsKnownOn">The day whose knowledge it shows, to its end in Tokyo; null for what is known now.</param>
public sealed record LedgerPage(
    Guid PhysicianId, DateOnly? AsKnownOn, IReadOnlyList<LedgerLine> Entries, IReadOnlyList<CategoryTotal> Totals)
{
    /// <summary>How far the ledger had come by what is shown.</summary>
    [JsonIgnore]
    public long Version { get; init; }

    public static async Task<Results<Ok<LedgerPage>, ProblemHttpResult>> Get(
        string physicianId, DateOnly? asKnownOn, ClaimsPrincipal user, [AsParameters] LedgerShelf shelf, CancellationToken cancellation) =>
        await shelf.Open(physicianId, asKnownOn, user, cancellation) is { } page ? TypedResults.Ok(page) : Refusals.LedgerUnknown.ToProblem();

    /// <summary>The sums come from the lines and the lines from the events, so that no number can say what no event said.</summary>
    public static LedgerPage Of(Guid physician, DateOnly? asKnownOn, IReadOnlyList<StoredEvent> events)
    {
        StoredEvent[] known = [.. events.Where(it => asKnownOn is null || BusinessCalendar.DayOf(it.Timestamp) <= asKnownOn)];
        var lines = LedgerLine.Of(known);
        return new(physician, asKnownOn, lines, CategoryTotal.Of(lines)) { Version = known is [.., var last] ? last.Version : 0 };
    }
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
