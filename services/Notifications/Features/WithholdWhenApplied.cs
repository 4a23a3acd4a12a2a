using Mamis.Contracts.Certification;
using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Nobody is reminded of a renewal that is applied for: what has not left the house is waived in the transaction that takes note of the application.</summary>
public sealed class WithholdWhenApplied(IEventStore store, NpgsqlDataSource database) : IConsumer<Batch<ApplicationSubmitted>>
{
    private const string StillInside =
        """
        select n.id from unnest(@physicians, @schemes, @ends) as a (physician_id, scheme, valid_to)
        join notice_cards n on n.physician_id = a.physician_id and n.scheme = a.scheme and n.valid_to = a.valid_to
        where n.route <> 'ListForDesk' and n.state in ('Scheduled', 'LetterOrdered', 'Bounced')
        """;

    public async Task Consume(ConsumeContext<Batch<ApplicationSubmitted>> context)
    {
        var renewals = context.Message.Select(it => it.Message).Where(it => it.RenewsTermTo is not null).ToArray();
        var parameters = new
        {
            Physicians = renewals.Select(it => it.PhysicianId).ToArray(),
            Schemes = renewals.Select(it => it.Scheme).ToArray(),
            Ends = renewals.Select(it => it.RenewsTermTo).ToArray(),
        };
        var reminders = await database.List<Guid>(StillInside, parameters, context.CancellationToken);
        var changes = new Changes().Write(RenewalsUnderWay.Submitted(renewals));

        await store.Append(await changes.Waive(reminders, Reasons.AlreadyApplied, store, context.CancellationToken), context.CancellationToken);
    }
}
