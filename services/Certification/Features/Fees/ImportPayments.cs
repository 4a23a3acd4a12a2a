using System.Security.Claims;
using Mamis.Certification.Features.Fees.Statements;
using Mamis.Certification.Views.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Fees;

/// <summary>Takes in the bank statement of the caller's association: a result for each line, and all of them in one transaction or none.</summary>
public static class ImportPayments
{
    private const int Attempts = 3;

    public static async Task<Results<Ok<PaymentReport>, ProblemHttpResult>> Handle(
        bool? dryRun, HttpRequest request, ClaimsPrincipal user, [AsParameters] PaymentPlan.Tools tools, TimeProvider clock, CancellationToken cancellation)
    {
        var clerk = new PaymentPlan.Clerk(user.Desk(), user.Staff(), clock.Today());
        var statement = await Statement.Read(request, clerk.Today, cancellation);

        return statement.Refusals.Count > 0
            ? statement.Refusals.ToProblem()
            : TypedResults.Ok(await Import(statement.Lines, clerk, dryRun is true, tools, cancellation));
    }

    private static async Task<PaymentReport> Import(
        IReadOnlyList<StatementLine> lines, PaymentPlan.Clerk clerk, bool dryRun, PaymentPlan.Tools tools, CancellationToken cancellation)
    {
        for (var left = Attempts - 1; ; left--)
        {
            var plan = await PaymentPlan.Make(lines, clerk, tools, cancellation);
            var stored = !dryRun && !plan.IsRefused;

            try
            {
                if (stored)
                {
                    await tools.Store.Append(plan.Changes, cancellation);
                }

                return plan.Report(stored);
            }
            catch (Exception e) when (left > 0 && (e is StreamVersionException || BankLineTexts.IsKnownAgain(e)))
            {
                // An application moved on, or somebody imports the same statement; decided anew from there.
            }
        }
    }
}
