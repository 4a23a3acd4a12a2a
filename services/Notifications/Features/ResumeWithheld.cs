using Mamis.Contracts.Certification;
using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;
using Mamis.Notifications.Views.Leads;
using MassTransit;
using Npgsql;

namespace Mamis.Notifications.Features;

/// <summary>Reminds after all whom nobody reminded because an application was under way, and it is no longer: no title may be lost over an application that came to nothing.</summary>
/// <remarks>Each daily run looks, so it does not matter which message came first. Only what is still due on the day is told.</remarks>
public sealed class ResumeWithheld(IEventStore store, NpgsqlDataSource database, TimeProvider clock)
{
    private const int StreamsInOneAppend = 2_000;

    private const string Withheld =
        $"""
         select n.id from unnest(@kinds, @routes, @schemes, @owns, @others, @nearest, @horizons) as w (kind, route, scheme, own, others, nearest, horizon)
         join notice_cards n on n.kind = w.kind and n.route = w.route and n.scheme = w.scheme and n.valid_to between w.nearest and w.horizon
             and n.state = 'Waived' and n.code = '{Reasons.AlreadyApplied}'
         join certificate_terms t on t.certificate_id = n.subject and t.valid_to = n.valid_to and not t.ended
         cross join lateral (select n.association) as a
         where {WindowRows.Tells} and not {RenewalsUnderWay.OfTerm}
         """;

    public static Decision Decide(Notice notice, DateOnly today) => notice.State is NoticeState.Waived
        ? Decision.Append(new NoticeResumed(today, Reasons.ApplicationStopped))
        : Decision.Nothing;

    public async Task On(DateOnly asOf, CancellationToken cancellation)
    {
        var windows = new WindowRows(await OwnLeads.WindowsOn(asOf, database, cancellation));

        foreach (var some in (await database.List<Guid>(Withheld, windows, cancellation)).Chunk(StreamsInOneAppend))
        {
            await Resume(some, asOf, cancellation);
        }
    }

    private async Task Resume(Guid[] withheld, DateOnly asOf, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await store.Append(await Resumptions(withheld, asOf, cancellation), cancellation);
                return;
            }
            catch (StreamVersionException)
            {
                // Another run resumed some of them meanwhile; reading again shows which are left.
            }
        }
    }

    private async Task<Changes> Resumptions(Guid[] withheld, DateOnly asOf, CancellationToken cancellation)
    {
        var changes = new Changes();
        var questions = new List<Guid>();

        foreach (var (id, stream) in await store.LoadMany<Notice>(withheld, cancellation))
        {
            var decision = Decide(stream.State, clock.Today());
            changes.Append<Notice>(id, stream.Version, decision.Events);

            if (decision.Events is [] || stream.State.Content is not { } content)
            {
                continue;
            }

            if (content.Kind.AsksForCredits())
            {
                questions.Add(id);
            }
            else
            {
                changes.Leave(DeliverNotice.Resumed(id, stream.Version, clock.GetUtcNow()));
            }
        }

        return changes.LeaveQuestions(questions, asOf, clock);
    }
}

/// <summary>Takes note that an application lies with the physician again, or is over without a grant.</summary>
public sealed class ResumeWhenStopped(IEventStore store)
    : IConsumer<ApplicationReturned>, IConsumer<ApplicationClosed>, IConsumer<CreditsFoundShort>
{
    public Task Consume(ConsumeContext<ApplicationReturned> context) =>
        Stop(context.Message.ApplicationId, context.Message.PhysicianId, context.Message.OccurredAt, context.CancellationToken);

    public Task Consume(ConsumeContext<ApplicationClosed> context) =>
        Stop(context.Message.ApplicationId, context.Message.PhysicianId, context.Message.OccurredAt, context.CancellationToken);

    public Task Consume(ConsumeContext<CreditsFoundShort> context) =>
        Stop(context.Message.ApplicationId, context.Message.PhysicianId, context.Message.OccurredAt, context.CancellationToken);

    private Task Stop(Guid application, Guid physician, DateTimeOffset at, CancellationToken cancellation) =>
        store.Append(new Changes().Write(RenewalsUnderWay.Stopped(application, physician, at)), cancellation);
}
