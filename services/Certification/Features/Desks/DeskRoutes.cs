using Mamis.Certification.Features.Batches;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Desks;

/// <summary>The route table of the desks: what they receive, and how they decide.</summary>
public static class DeskRoutes
{
    public static void MapDesks(this WebApplication app)
    {
        app.MapPost("/applications/{id:guid}/fee-receipts", RecordFee.Handle).ForStaff();
        app.MapPost("/applications/{id:guid}/original-receipts", ReceivePaperOriginal.Handle).ForStaff();
        app.MapPost("/applications/{id:guid}/approvals", ApproveApplication.Handle).ForStaff();
        app.MapPost("/applications/{id:guid}/returns", ReturnApplication.Handle).ForStaff();
        app.MapPost("/applications/approvals", ApproveMany.Handle).For(Roles.JmaStaff).Idempotent();
        app.MapPost("/applications/{id:guid}/rejections", RejectApplication.Handle).ForStaff();
    }
}
