using Mamis.Contracts.Identity;
using Mamis.EventStore;
using Mamis.TrainingCredits.Features.Attendance;
using Mamis.TrainingCredits.Views;
using MassTransit;

namespace Mamis.TrainingCredits.Messaging;

/// <summary>Keeps the copy of people up to date, a batch of messages with one question to Identity and one append.</summary>
/// <remarks>
/// Order and repetition do not matter: what is fetched is the newest, and a copy with a lower version writes nothing. So
/// there is no inbox row, which in a batch would let one repeated message throw away its neighbours.
/// </remarks>
public sealed class KeepPeopleWhenKnown(IEventStore store, PeopleClient identity, SuspenseAlarm alarm) : IConsumer<Batch<PhysicianKnown>>
{
    public async Task Consume(ConsumeContext<Batch<PhysicianKnown>> context)
    {
        var ids = context.Message.Select(it => it.Message.PhysicianId).ToHashSet();
        var people = await identity.Fetch(ids, context.CancellationToken);

        await store.Append(new Changes().Write(People.Kept(people)), context.CancellationToken);
        alarm.Raise();
    }
}
