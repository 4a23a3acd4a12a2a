using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>The desk takes words for answers out of its list.</summary>
public static class RemoveAnswerTemplate
{
    public sealed record Command(Guid Id, StaffId By);

    public static Decision Decide(AnswerTemplates templates, Command command) => templates.All.Any(it => it.Id == command.Id)
        ? Decision.Append(new AnswerTemplateRemoved(command.Id, command.By))
        : InquiryRefusals.TemplateUnknown;

    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation)
    {
        var decision = await store.DecideAsync<AnswerTemplates>(
            AnswerTemplates.IdOf(user.AssociationCode()), it => Decide(it, new(id, user.Staff())), cancellation);

        return decision.IsRefused ? decision.ToProblem() : TypedResults.NoContent();
    }
}
