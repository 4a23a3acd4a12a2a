using Mamis.Identity.Features.Postcards;
using Mamis.Identity.Views;
using Mamis.ServiceDefaults;

namespace Mamis.Identity;

/// <summary>The part of the route table that is about postcards and who has not come in by one yet.</summary>
public static class PostcardRoutes
{
    public static void MapPostcards(this WebApplication app)
    {
        app.MapPost("/postcard-batches", IssuePostcards.Handle).ForStaff();
        app.MapPost("/physicians/{id:guid}/postcard", ReissuePostcard.Handle).ForStaff();
        app.MapPost("/physicians/{id:guid}/postcard-return", MarkPostcardReturned.Handle).ForStaff();
        app.MapGet("/unregistered", Unregistered.Get).ForStaff();
        app.MapGet("/unregistered.csv", UnregisteredFile.Get).ForStaff();
    }
}
