using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.ServiceDefaults;
using MassTransit;

namespace Mamis.Certification.Messaging.Copies;

/// <summary>Remembers posted credits, an attendance list at a time.</summary>
/// <remarks>An entry never changes once posted, so writing it twice is harmless and needs no inbox row; the verdict on paper and a withdrawal have columns of their own, so order does not matter.</remarks>
public sealed class CopyCredits(IEventStore store) : IConsumer<Batch<CreditPosted>>
{
    private const string Remember =
        """
        insert into credit_copy (entry_id, physician_id, training_key, date, category, item, units, source, status, mode, attendance, role, format)
        select distinct on (entry_id)
            entry_id, physician_id, training_key, date, category, item, units, source, status, mode, attendance, role, format
        from rows
        on conflict (entry_id) do update set
            training_key = excluded.training_key, date = excluded.date, category = excluded.category, item = excluded.item,
            units = excluded.units, source = excluded.source, status = excluded.status, mode = excluded.mode,
            attendance = excluded.attendance, role = excluded.role, format = excluded.format
        """;

    public Task Consume(ConsumeContext<Batch<CreditPosted>> context) => store.Append(
        new Changes().Write(Sql.ForEach(Remember, context.Message.Select(it => it.Message))), context.CancellationToken);

    /// <summary>Waits a moment for company: 500 credits are one statement as one is.</summary>
    public static void InBatches(IConsumerConfigurator<CopyCredits> consumer) => consumer.Options<BatchOptions>(
        batch => batch.SetMessageLimit(500).SetTimeLimit(TimeSpan.FromMilliseconds(50)).SetConcurrencyLimit(2));
}

/// <summary>Remembers what the desk said of a declared paper credit; it is said once, so order does not matter.</summary>
public sealed class CopyPaperVerdict(IEventStore store) : IConsumer<PaperCreditVerified>, IConsumer<PaperCreditRefused>
{
    private const string Remember =
        """
        insert into credit_copy (entry_id, physician_id, paper_verdict) select entry_id, physician_id, verdict from rows
        on conflict (entry_id) do update set paper_verdict = excluded.paper_verdict
        """;

    public Task Consume(ConsumeContext<PaperCreditVerified> context) =>
        Store(new(context.Message.EntryId, context.Message.PhysicianId, "verified"), context);

    public Task Consume(ConsumeContext<PaperCreditRefused> context) =>
        Store(new(context.Message.EntryId, context.Message.PhysicianId, "refused"), context);

    private Task Store(Row row, ConsumeContext context) => store.Append(
        new Changes().Write(Sql.For(Remember, row)).Handled<CopyPaperVerdict>(context), context.CancellationToken);

    private sealed record Row(Guid EntryId, Guid PhysicianId, string Verdict);
}
