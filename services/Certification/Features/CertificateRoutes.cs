using Mamis.Certification.Domain;
using Mamis.Certification.Features.Badges;
using Mamis.Certification.Features.Losses;
using Mamis.Certification.Features.Suspensions;
using Mamis.Certification.Views;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features;

/// <summary>What certificates need, and the routes by which they are read, suspended, ended and taken along as badges.</summary>
public static class CertificateRoutes
{
    public static EventStoreBuilder AddCertificates(this EventStoreBuilder store) => store
        .Stream<Certificate>(
            typeof(CertificateTakenOver), typeof(CertificateIssued), typeof(GraceGranted), typeof(CertificateRenewed), typeof(CertificateLapsed))
        .AddSuspensions()
        .AddLosses()
        .AddBadges();

    public static IServiceCollection AddCertificates(this IServiceCollection services) => services.AddBadges().AddLosses();

    public static void MapCertificates(this WebApplication app)
    {
        app.MapGet("/certificates", CertificateList.Mine).For(Roles.Physician);
        app.MapGet("/certificates/{id:guid}", CertificateDetails.Get).For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
        app.MapPost("/certificates/{id:guid}/grace", GrantGrace.Handle).For(Roles.JmaStaff);
        app.MapSuspensions();
        app.MapLosses();
        app.MapBadges();
    }
}
