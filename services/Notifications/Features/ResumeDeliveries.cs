using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Takes up again what is still on its way by mail after the days it has, or came back and has no letter yet, so that nothing stays so for ever.</summary>
/// <remarks>Its work may have been parked by a fault that has gone; the next attempt then ends as sent or as a letter.</remarks>
public sealed class ResumeDeliveries(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    public async Task Run(CancellationToken cancellation)
    {
        var today = clock.Today();
        var before = BusinessCalendar.StartOf(today.AddDays(-DeliveryRules.On(today).MailDays));
        var overdue = await database.List<(Guid Id, NoticeKind Kind)>(
            "select id, kind from notice_cards where state = 'Scheduled' and scheduled_at < @before", new { before }, cancellation);
        var changes = new Changes();

        foreach (var (id, kind) in overdue)
        {
            changes.Leave(kind.ToldTo() is Audience.Physician
                ? DeliverNotice.Again(id, today, clock.GetUtcNow())
                : TellOrganisation.Again(id, today, clock.GetUtcNow()));
        }

        foreach (var (notice, code) in await WithoutLetter(before, cancellation))
        {
            changes.Leave(WriteInstead.Again(notice, code, today, clock.GetUtcNow()));
        }

        changes.LeaveQuestions(overdue.Where(it => it.Kind.AsksForCredits()).Select(it => it.Id), today, clock);
        await store.Append(changes, cancellation);
    }

    private async Task<IReadOnlyList<(Guid Notice, string Code)>> WithoutLetter(DateTimeOffset before, CancellationToken cancellation) =>
        await database.List<(Guid, string)>(
            """
            select id, code from notice_cards
            where state in ('Delayed', 'Bounced') and scheduled_at < @before and (state = 'Delayed' or kind <> all (@optional))
            """,
            new { before, optional = Enum.GetValues<NoticeKind>().Where(it => it.IsOptional()).Select(it => $"{it}").ToArray() },
            cancellation);
}
