using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Identity.Domain;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Identity.Features.Import;

/// <summary>Imports physicians from the associations' register: every good row in one transaction, a result for each row.</summary>
public static class ImportPhysicians
{
    private const int Attempts = 3;

    /// <summary>What an import works with.</summary>
    public sealed record Tools(NpgsqlDataSource Database, IEventStore Store, People People, TimeProvider Clock);

    public static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Handle(
        bool? dryRun, HttpRequest request, ClaimsPrincipal user, [AsParameters] Tools tools, CancellationToken cancellation)
    {
        var file = await CsvUpload.Read(request, ImportFile.Form, cancellation);

        if (file.Refusals.Count > 0)
        {
            return file.Refusals.ToProblem();
        }

        var counties = await AssociationList.Codes(tools.Database, cancellation);
        var (groups, refused) = ImportGroup.Of([.. file.Lines.Select(it => ImportRow.From(it, counties, tools.Clock.Today()))]);
        await using var alone = await Leadership.TryTake(tools.Database, "identity:import", cancellation);

        return alone is null
            ? Refusals.ImportRunning.ToProblem()
            : TypedResults.Ok(await Import(groups, refused, user.Staff(), dryRun is true, tools, cancellation));
    }

    private static async Task<ImportReport> Import(
        IReadOnlyList<ImportGroup> groups, IReadOnlyList<ImportRow> refused, StaffId by, bool dryRun, Tools tools, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = await ImportPlan.Make(groups, by, tools, cancellation);

            try
            {
                if (!dryRun)
                {
                    await tools.Store.Append(plan.Changes, cancellation);
                }

                return plan.Report(refused, dryRun);
            }
            catch (StreamVersionException) when (attempt < Attempts)
            {
                // A physician of the file did something meanwhile; decided anew from there.
            }
        }
    }
}
