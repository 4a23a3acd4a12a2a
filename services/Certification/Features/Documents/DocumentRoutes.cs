using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Mamis.ServiceDefaults.Files.Documents;

namespace Mamis.Certification.Features.Documents;

/// <summary>Where documents of applications are kept, and the routes by which they are attached and read.</summary>
public static class DocumentRoutes
{
    public static EventStoreBuilder AddDocuments(this EventStoreBuilder store) => store.Tables(DocumentVault.Tables);

    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddDocumentVault("certification");

    public static void MapDocuments(this WebApplication app)
    {
        app.MapPost("/applications/{id:guid}/documents", AttachDocument.Handle).For(Roles.Physician);
        app.MapGet("/applications/{id:guid}/documents/{documentId:guid}", DownloadDocument.Handle)
            .For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
    }
}
