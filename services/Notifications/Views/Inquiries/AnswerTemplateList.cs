using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Notifications.Views.Inquiries;

/// <summary>The words for answers that the own desk keeps.</summary>
public static class AnswerTemplateList
{
    public sealed record Answer(IReadOnlyList<AnswerTemplates.Template> Templates);

    public static async Task<Ok<Answer>> Get(ClaimsPrincipal user, IEventStore store, CancellationToken cancellation) =>
        TypedResults.Ok(new Answer((await store.Load<AnswerTemplates>(AnswerTemplates.IdOf(user.AssociationCode()), cancellation)).State.All));
}
