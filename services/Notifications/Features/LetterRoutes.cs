using Mamis.Notifications.Views;
using Mamis.Printing;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features;

/// <summary>Parts and routes of the letters: listed, printed, posted, and come back.</summary>
public static class LetterRoutes
{
    public static void AddLetters(this WebApplicationBuilder builder) => builder.Services.AddPrinting();

    public static void MapLetters(this WebApplication app)
    {
        app.MapGet("/letters", Letters.Get).ForStaff();
        app.MapPost("/letter-batches", PrintLetters.Handle).ForStaff().Idempotent();
        app.MapGet("/letter-batches/{id:guid}.html", LetterBatch.Html).ForStaff();
        app.MapGet("/letter-batches/{id:guid}.pdf", LetterBatch.Pdf).ForStaff();
        app.MapGet("/letter-batches/{id:guid}.csv", LetterBatch.Csv).ForStaff();
        app.MapPost("/letter-batches/{id:guid}/dispatch", PostLetters.Handle).ForStaff();
        app.MapPost("/returned-letters", ReturnLetter.Handle).ForStaff();
    }
}
