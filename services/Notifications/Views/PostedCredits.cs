using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Views;

/// <summary>Credits that were posted and in which notice they were told; kept for good, so that a message that comes twice is told once.</summary>
/// <remarks>A credit declared from the handbook was posted by nobody yet. A withdrawal may overtake its credit, so neither order nor repetition matters.</remarks>
public static class PostedCredits
{
    public const string Tables =
        """
        create table if not exists posted_credits (
            entry_id     uuid    primary key,
            physician_id uuid    not null,
            posted_on    date,
            units        integer,
            withdrawn    boolean not null default false,
            notice_id    uuid
        );
        create index if not exists posted_credits_untold on posted_credits (physician_id)
            where notice_id is null and posted_on is not null and not withdrawn;
        """;

    private const string Untold =
        """
        select physician_id, count(*)::integer as credits, sum(units)::integer as units, array_agg(entry_id) as entries from posted_credits
        where notice_id is null and posted_on < @today and not withdrawn and physician_id > @after
        group by physician_id order by physician_id limit @most
        """;

    public static Sql Posted(IEnumerable<CreditPosted> credits) => Sql.ForEach(
        """
        insert into posted_credits as p (entry_id, physician_id, posted_on, units)
        select distinct on (entry_id) entry_id, physician_id, posted_on, units from rows
        on conflict (entry_id) do update set posted_on = excluded.posted_on, units = excluded.units where p.posted_on is null
        """,
        credits.Where(it => it.Status == "posted").Select(it => new PostedRow(it.EntryId, it.PhysicianId, BusinessCalendar.DayOf(it.OccurredAt), it.Units)));

    public static Sql Withdrawn(IEnumerable<CreditWithdrawn> credits) => Sql.ForEach(
        """
        insert into posted_credits (entry_id, physician_id, withdrawn) select distinct on (entry_id) entry_id, physician_id, true from rows
        on conflict (entry_id) do update set withdrawn = true
        """,
        credits.Select(it => new WithdrawnRow(it.EntryId, it.PhysicianId)));

    public static Sql Told(IEnumerable<(Guid Notice, Digest Digest)> digests) => Sql.ForEach(
        "update posted_credits p set notice_id = r.notice from rows r where p.entry_id = r.entry_id",
        digests.SelectMany(it => it.Digest.Entries.Select(entry => new ToldRow(it.Notice, entry))));

    /// <summary>What was posted before today and told to nobody, of the next physicians by id.</summary>
    public static Task<IReadOnlyList<Digest>> Before(DateOnly today, Guid after, int most, NpgsqlDataSource database, CancellationToken cancellation) =>
        database.List<Digest>(Untold, new { today, after, most }, cancellation);

    /// <summary>The credits of one physician that are told together.</summary>
    public sealed record Digest
    {
        public required Guid PhysicianId { get; init; }

        public required int Credits { get; init; }

        public required int Units { get; init; }

        public required Guid[] Entries { get; init; }
    }

    private sealed record PostedRow(Guid EntryId, Guid PhysicianId, DateOnly PostedOn, int Units);

    private sealed record WithdrawnRow(Guid EntryId, Guid PhysicianId);

    private sealed record ToldRow(Guid Notice, Guid EntryId);
}

/// <summary>Remembers them, a batch in one statement: an attendance list brings thousands.</summary>
public sealed class KeepCreditWhenPosted(IEventStore store) : IConsumer<Batch<CreditPosted>>
{
    public Task Consume(ConsumeContext<Batch<CreditPosted>> context) => store.Append(
        new Changes().Write(PostedCredits.Posted(context.Message.Select(it => it.Message))), context.CancellationToken);
}

/// <summary>What was taken back before it was told is not told.</summary>
public sealed class DropCreditWhenWithdrawn(IEventStore store) : IConsumer<Batch<CreditWithdrawn>>
{
    public Task Consume(ConsumeContext<Batch<CreditWithdrawn>> context) => store.Append(
        new Changes().Write(PostedCredits.Withdrawn(context.Message.Select(it => it.Message))), context.CancellationToken);
}
