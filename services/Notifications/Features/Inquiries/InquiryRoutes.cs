using System.Security.Claims;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views.Inquiries;
using Mamis.ServiceDefaults;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>The route table of the inquiries.</summary>
public static class InquiryRoutes
{
    private static readonly string[] BothSides = [Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff];

    public static void MapInquiries(this WebApplication app)
    {
        app.MapGet("/inquiries", InquiryList.Get).For(BothSides);
        app.MapGet("/inquiries/{id:guid}", InquiryThread.Get).For(BothSides);
        app.MapPost("/inquiries", OpenInquiry.Handle).For(Roles.Physician).Idempotent();
        app.MapPost("/inquiries/{id:guid}/messages", WriteToInquiry.Handle).For(BothSides).Idempotent();
        app.MapPost("/inquiries/{id:guid}/assignment", AssignInquiry.Handle).ForStaff();
        app.MapPost("/inquiries/{id:guid}/closing", CloseInquiry.Handle).For(BothSides);
        app.MapGet("/answer-templates", AnswerTemplateList.Get).ForStaff();
        app.MapPost("/answer-templates", WriteAnswerTemplate.Handle).ForStaff().Idempotent();
        app.MapPut("/answer-templates/{id:guid}", WriteAnswerTemplate.Change).ForStaff();
        app.MapDelete("/answer-templates/{id:guid}", RemoveAnswerTemplate.Handle).ForStaff();
    }

    /// <summary>The side of an inquiry the caller is on.</summary>
    public static Party Party(this ClaimsPrincipal user) =>
        user.Physician() is null ? new(user.Staff(), user.AssociationCode()) : new(null, string.Empty);
}
