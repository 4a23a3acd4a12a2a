using System.Security.Claims;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Rounds;

/// <summary>Takes an association's calendar from a file: a result for each row, and all of them in one transaction or none.</summary>
public static class ImportRounds
{
    private const int Attempts = 3;

    public static async Task<Results<Ok<RoundReport>, ProblemHttpResult>> Handle(
        bool? dryRun, HttpRequest request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var file = await CsvUpload.Read(request, RoundFile.Form, cancellation);

        return file.Refusals.Count > 0
            ? file.Refusals.ToProblem()
            : TypedResults.Ok(await Import([.. file.Lines.Select(RoundRow.From)], user, dryRun is true, store, cancellation));
    }

    private static async Task<RoundReport> Import(
        IReadOnlyList<RoundRow> rows, ClaimsPrincipal user, bool dryRun, IEventStore store, CancellationToken cancellation)
    {
        for (var left = Attempts - 1; ; left--)
        {
            var plan = await RoundPlan.Make(rows, user.Desk(), user.Staff(), store, cancellation);
            var stored = !dryRun && !plan.IsRefused;

            try
            {
                if (stored)
                {
                    await store.Append(plan.Changes, cancellation);
                }

                return plan.Report(stored);
            }
            catch (StreamVersionException) when (left > 0)
            {
                // Somebody changed one of the rounds meanwhile; decided anew from there.
            }
        }
    }
}
