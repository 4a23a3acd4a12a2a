using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.TrainingCredits.Features.Attendance;
using MassTransit;

namespace Mamis.TrainingCredits.Messaging;

/// <summary>Notes who has registered the my-page (rule A1); rows held for them are credited at once.</summary>
/// <remarks>Order and repetition do not matter: a registration happens once and is never taken back.</remarks>
public sealed class ActivateWhenRegistered(IEventStore store, SuspenseAlarm alarm) : IConsumer<Batch<MyPageActivated>>
{
    private const string Note = "insert into my_page (physician_id) select distinct id from rows on conflict do nothing";

    public async Task Consume(ConsumeContext<Batch<MyPageActivated>> context)
    {
        var registered = context.Message.Select(it => new { Id = it.Message.PhysicianId });

        await store.Append(new Changes().Write(Sql.ForEach(Note, registered)), context.CancellationToken);
        alarm.Raise();
    }
}
