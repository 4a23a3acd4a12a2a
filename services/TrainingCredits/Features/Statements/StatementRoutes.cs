using Mamis.Printing;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features.Statements;

/// <summary>What printed statements need, and the routes by which they are printed and checked.</summary>
public static class StatementRoutes
{
    public static IServiceCollection AddStatements(this IServiceCollection services) =>
        services.AddPrinting().AddSingleton<StatementCode>().AddSingleton<IssuedStatements>();

    public static void MapStatements(this WebApplication app)
    {
        app.MapGet("/ledgers/{physicianId}/statement.pdf", PrintStatement.Handle)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .For(LedgerAccess.Readers);
        app.MapPost("/statement-checks", CheckStatement.Handle).ForStaff();
    }
}
