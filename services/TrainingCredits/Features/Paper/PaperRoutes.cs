using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features.Paper;

/// <summary>The routes of the paper handbook: lines declared and decided, photos of its pages sent and seen.</summary>
public static class PaperRoutes
{
    /// <summary>As much as the gateway lets through.</summary>
    private const int LargestPhoto = 32;

    public static EventStoreBuilder AddPhotos(this EventStoreBuilder store) =>
        store.Stream<CreditLedger>(typeof(PaperPhotoAttached));

    public static void MapPaper(this WebApplication app)
    {
        app.MapPost("/ledgers/me/paper-credits", DeclarePaperCredit.Handle).For(Roles.Physician).Idempotent();
        app.MapGet("/paper-credits", PaperQueue.Get).ForStaff();
        app.MapPost("/ledgers/{physicianId:guid}/paper-credits/{entryId:guid}/verification", VerifyPaperCredit.Handle).ForStaff();
        app.MapPost("/ledgers/{physicianId:guid}/paper-credits/{entryId:guid}/refusal", RefusePaperCredit.Handle).ForStaff();
        app.MapPost("/ledgers/me/paper-credits/{entryId:guid}/photos", AttachPhoto.Handle).For(Roles.Physician).TakesUpTo(LargestPhoto);
        app.MapGet("/ledgers/{physicianId}/paper-credits/{entryId:guid}/photos/{photoId:guid}", ShowPhoto.Handle).For(LedgerAccess.Readers);
    }
}
