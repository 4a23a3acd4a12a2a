using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Statements;

/// <summary>Tells staff of any desk what a printed statement said, by the code on it: who holds the code holds the paper. The physician sees who asked.</summary>
public static class CheckStatement
{
    /// <param name="Code">As it stands on the paper; groups, case and width do not matter.</param>
    public sealed record Request(string? Code = null);

    /// <summary>What the paper said, to be compared with the one at hand.</summary>
    /// <param name="Totals">The sums as printed; what the ledger says today, only its own desks may read.</param>
    /// <param name="IsChanged">Whether the ledger has another entry, or says something else of one, since.</param>
    public sealed record Answer(
        string Code, string? LicenceNumber, string? FamilyName, string? GivenName, DateOnly KnownOn, DateOnly PrintedOn, int Entries,
        IReadOnlyList<CategoryTotal> Totals, bool IsChanged);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request, ClaimsPrincipal user, IssuedStatements statements, [AsParameters] LedgerShelf shelf, HttpResponse response,
        CancellationToken cancellation)
    {
        if (StatementCode.Read(request.Code) is not { } code || await statements.Find(code, cancellation) is not { } issued)
        {
            return Refusals.StatementUnknown.ToProblem();
        }

        await shelf.Store.Append(
            new Changes().Write(LedgerAccess.By(user, LedgerAccess.Statement, shelf.Clock.GetUtcNow(), [issued.PhysicianId])), cancellation);
        var holder = await shelf.Database.ById(issued.PhysicianId, cancellation);
        var events = await shelf.Store.ReadStream(issued.PhysicianId, cancellation);
        response.Headers.CacheControl = "no-store";

        return TypedResults.Ok(Of(issued, holder, events));
    }

    /// <summary>Compares what the events had said by then with what they say now.</summary>
    public static Answer Of(IssuedStatements.Issued issued, Person? holder, IReadOnlyList<StoredEvent> events)
    {
        var printed = LedgerPage.Of(issued.PhysicianId, issued.KnownOn, [.. events.Where(it => it.Version <= issued.Version)]);
        var now = LedgerPage.Of(issued.PhysicianId, asKnownOn: null, events);

        return new(
            StatementCode.Grouped(issued.Code), holder?.LicenceNumber, holder?.FamilyName, holder?.GivenName, issued.KnownOn, issued.PrintedOn,
            printed.Entries.Count, printed.Totals, !Said(printed).SequenceEqual(Said(now)));
    }

    private static IEnumerable<(Guid, EntryStatus, int)> Said(LedgerPage page) => page.Entries.Select(it => (it.EntryId, it.Status, it.Units));
}
