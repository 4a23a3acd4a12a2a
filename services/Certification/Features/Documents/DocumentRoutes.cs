using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Documents;

/// <summary>The route table of what is attached to applications.</summary>
public static class DocumentRoutes
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapPost("/applications/{id:guid}/documents", AttachDocument.Handle).For(Roles.Physician);
        app.MapGet("/applications/{id:guid}/documents/{documentId:guid}", DownloadDocument.Handle)
            .For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff);
    }
}
