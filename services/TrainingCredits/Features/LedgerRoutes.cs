using Mamis.EventStore;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features;

/// <summary>Ledgers: their events, what is kept of them, and who reads them.</summary>
public static class LedgerRoutes
{
    public static EventStoreBuilder AddLedgers(this EventStoreBuilder store) => store
        .Stream<CreditLedger>(
            typeof(CreditPosted), typeof(CreditWithdrawn), typeof(PaperCreditDeclared), typeof(PaperCreditVerified), typeof(PaperCreditRefused),
            typeof(CreditsSetAside), typeof(CreditsFoundShort), typeof(CreditsSpent), typeof(CreditsReleased))
        .View<LedgerEntries>()
        .Tables(LedgerAccess.Tables);

    public static void MapLedgers(this WebApplication app)
    {
        app.MapGet("/ledgers/{physicianId}", LedgerPage.Get).For(LedgerAccess.Readers);
        app.MapGet("/ledgers/{physicianId}/export", LedgerExport.Get).For(LedgerAccess.Readers);
        app.MapGet("/ledgers/{physicianId}/accesses", LedgerAccess.Get).For(LedgerAccess.Readers);
    }
}
