using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Losses;

/// <summary>What titles need that end by resignation or decision, and the routes of both.</summary>
public static class LossRoutes
{
    public static EventStoreBuilder AddLosses(this EventStoreBuilder store) => store.Stream<Certificate>(
        typeof(CertificateResigned), typeof(ResignationWithdrawn), typeof(CertificateStruckOff), typeof(StrikingOffWithdrawn), typeof(LossTookEffect));

    public static IServiceCollection AddLosses(this IServiceCollection services) => services.AddSingleton<OpenRenewals>();

    public static void MapLosses(this WebApplication app)
    {
        app.MapPost("/certificates/{id:guid}/resignations", ResignCertificate.Handle).For(Roles.Physician);
        app.MapPost("/certificates/{id:guid}/resignation-withdrawals", WithdrawResignation.Handle).For(Roles.Physician);
        app.MapPost("/certificates/{id:guid}/losses", StrikeOffCertificate.Handle).For(Roles.JmaStaff);
        app.MapPost("/certificates/{id:guid}/loss-withdrawals", WithdrawStrikingOff.Handle).For(Roles.JmaStaff);
    }
}
