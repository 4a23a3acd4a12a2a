using Mamis.Contracts.TrainingCredits;
using Mamis.EventStore;
using Mamis.EventStore.Publishing;

namespace Mamis.Benchmarks.Events;

/// <summary>Translates as the credits service does, to a contract that has a listener and its quorum queue.</summary>
public sealed class Telling : IPublisher
{
    public object? Translate(StoredEvent e) => e.Data is Credited it
        ? new CreditPosted
        {
            EntryId = it.Entry,
            PhysicianId = it.Holder.Value,
            SessionId = it.Session,
            TrainingKey = it.Session.ToString(),
            Date = it.Date,
            Category = it.Category,
            Item = it.Item,
            Units = it.Units,
            Source = "mamis",
            Status = "posted",
            Mode = it.Mode,
            Attendance = "full",
            Role = it.Role,
            OccurredAt = e.Timestamp,
        }
        : null;
}
