using System.Security.Claims;
using Mamis.Kernel;
using Mamis.Printing;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Messaging;
using Mamis.TrainingCredits.Views;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.TrainingCredits.Features.Statements;

/// <summary>A ledger as a file to print, for the physician and for staff who reach the physician, with a code by which any desk can check the paper.</summary>
public static class PrintStatement
{
    /// <summary>What printing takes.</summary>
    public sealed record Press(PeopleClient People, StatementCode Code, IssuedStatements Issued, Printer Printer);

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        string physicianId, DateOnly? asKnownOn, ClaimsPrincipal user, [AsParameters] LedgerShelf shelf, [AsParameters] Press press,
        HttpResponse response, CancellationToken cancellation)
    {
        if (await shelf.Open(physicianId, asKnownOn, user, cancellation) is not { } page
            || await press.People.Fetch([page.PhysicianId], cancellation) is not [var holder, ..])
        {
            return Refusals.LedgerUnknown.ToProblem();
        }

        var today = shelf.Clock.Today();
        var statement = new LedgerStatement(holder, page, asKnownOn is { } day && day < today ? day : today, today);
        var printout = await Print(statement, press, cancellation);
        response.Headers.CacheControl = "no-store";

        return printout.Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.File(printout.Pdf.ToArray(), "application/pdf", $"statement-{statement.KnownOn:yyyy-MM-dd}.pdf");
    }

    /// <summary>What could not be printed has no code that holds.</summary>
    private static async Task<Printout> Print(LedgerStatement statement, Press press, CancellationToken cancellation)
    {
        var code = press.Code.Of(statement);
        var printout = await press.Printer.Print(StatementSheet.Of(statement, StatementCode.Grouped(code)), cancellation);

        if (printout.Refusal is null)
        {
            await press.Issued.Keep(
                new(code, statement.Page.PhysicianId, statement.Page.Version, statement.KnownOn, statement.PrintedOn), cancellation);
        }

        return printout;
    }
}
