using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features.Paper;

/// <summary>What photos of the handbook need, and the routes by which they are sent and seen.</summary>
public static class PaperRoutes
{
    /// <summary>As much as the gateway lets through.</summary>
    private const int LargestPhoto = 32;

    public static EventStoreBuilder AddPhotos(this EventStoreBuilder store) =>
        store.Stream<CreditLedger>(typeof(PaperPhotoAttached)).Tables(DocumentVault.Tables);

    public static void MapPhotos(this WebApplication app)
    {
        app.MapPost("/ledgers/me/paper-credits/{entryId:guid}/photos", AttachPhoto.Handle).For(Roles.Physician).TakesUpTo(LargestPhoto);
        app.MapGet("/ledgers/{physicianId}/paper-credits/{entryId:guid}/photos/{photoId:guid}", ShowPhoto.Handle).For(LedgerAccess.Readers);
    }
}
