using System.Security.Claims;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Mamis.Notifications.Views.Organisations;

/// <summary>One notice to an organisation with its text and every step, read from its stream; whose mailbox each mail went to is not said.</summary>
public static class OrganisationNotice
{
    /// <param name="Text">Null until it stands on the page.</param>
    public sealed record Answer(OrganisationCard Notice, SentText? Text, IReadOnlyList<NoticeHistory.Step> Deliveries);

    public static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource database, IEventStore store, CancellationToken cancellation)
    {
        var notice = await database.Find<OrganisationCard>(
            $"{OrganisationCard.Query} where n.id = @id and {OrganisationInbox.Own}",
            new { id, organisation = user.AssociationCode(), kinds = OrganisationInbox.KindsFor(user) },
            cancellation);

        if (notice is null)
        {
            return Refusals.NoticeUnknown.ToProblem();
        }

        var text = await SentText.Of(id, database, cancellation);
        var events = await store.ReadStream(id, cancellation);

        return TypedResults.Ok(new Answer(notice, text, [.. events.Select(NoticeHistory.StepOf)]));
    }
}
