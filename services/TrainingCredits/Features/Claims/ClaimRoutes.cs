using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.TrainingCredits.Domain.Claims;
using Mamis.TrainingCredits.Views.Claims;

namespace Mamis.TrainingCredits.Features.Claims;

/// <summary>Claims of missing credits: what they keep, who watches their days, and their routes.</summary>
public static class ClaimRoutes
{
    private static readonly string[] Desks = [Roles.Organizer, Roles.PrefectureStaff];

    private static readonly string[] Readers = [Roles.Physician, Roles.Organizer, Roles.PrefectureStaff, Roles.JmaStaff];

    public static EventStoreBuilder AddClaims(this EventStoreBuilder store) => store
        .Stream<CreditClaim>(
            typeof(ClaimMade), typeof(EvidenceAdded), typeof(ClaimTurnedDown), typeof(ClaimInsistedOn), typeof(ClaimEscalated), typeof(ClaimConfirmed),
            typeof(ClaimRefused), typeof(ClaimWithdrawn))
        .View<ClaimCards>()
        .Tables(ClaimWords.Tables);

    public static void AddClaims(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<EscalateClaims>();
        builder.Services.AddHostedService<WatchClaims>();
    }

    public static void MapClaims(this WebApplication app)
    {
        app.MapPost("/claims", MakeClaim.Handle).For(Roles.Physician).Idempotent();
        app.MapGet("/claims", ClaimList.Get).For(Readers);
        app.MapGet("/claims/{id:guid}", ClaimPage.Get).For(Readers);
        app.MapPost("/claims/{id:guid}/evidence", AddEvidence.Handle).For(Roles.Physician);
        app.MapGet("/claims/{id:guid}/evidence/{documentId:guid}", EvidenceFile.Get).For(Readers);
        app.MapPost("/claims/{id:guid}/confirmation", ConfirmClaim.Handle).For(Desks);
        app.MapPost("/claims/{id:guid}/refusal", RefuseClaim.Handle).For(Desks);
        app.MapPost("/claims/{id:guid}/insistence", InsistOnClaim.Handle).For(Roles.Physician);
        app.MapPost("/claims/{id:guid}/withdrawal", WithdrawClaim.Handle).For(Roles.Physician);
    }
}
