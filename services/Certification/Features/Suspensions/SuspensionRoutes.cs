using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Certification.Views;
using Mamis.Certification.Views.Suspensions;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Suspensions;

/// <summary>What resting titles need, and the routes by which a desk finds a title and the JMA decides on it.</summary>
public static class SuspensionRoutes
{
    public static EventStoreBuilder AddSuspensions(this EventStoreBuilder store) => store
        .Stream<Certificate>(typeof(CertificateSuspended), typeof(CertificateReinstated))
        .View<SuspensionView>()
        .Tables(SuspensionRemark.Table);

    public static void MapSuspensions(this WebApplication app)
    {
        app.MapGet("/physicians/{id:guid}/certificates", CertificateList.OfPhysician).ForStaff();
        app.MapPost("/certificates/{id:guid}/suspensions", SuspendCertificate.Handle).For(Roles.JmaStaff);
        app.MapPost("/certificates/{id:guid}/reinstatements", ReinstateCertificate.Handle).For(Roles.JmaStaff);
    }
}
