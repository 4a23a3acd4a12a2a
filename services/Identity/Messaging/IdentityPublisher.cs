using Mamis.EventStore;
using Mamis.EventStore.Publishing;
using Mamis.Identity.Domain;
using Published = Mamis.Contracts.Identity;

namespace Mamis.Identity.Messaging;

/// <summary>What other services hear of physicians: that there is something to fetch, where they stand, that the my-page works.</summary>
public sealed class IdentityPublisher : IPublisher
{
    public object? Translate(StoredEvent e) => e.Data switch
    {
        PhysicianRegistered or SelfRegistered or PersonalDataChanged => new Published.PhysicianKnown
        {
            PhysicianId = e.StreamId,
            Version = e.Version,
            OccurredAt = e.Timestamp,
        },
        IStandingEvent it => new Published.StandingChanged
        {
            PhysicianId = e.StreamId,
            Version = e.Version,
            County = it.County,
            Prefecture = it.Prefecture,
            Jma = it.Jma,
            WorkplacePrefecture = it.WorkplacePrefecture,
            OccurredAt = e.Timestamp,
        },
        MyPageActivated it => new Published.MyPageActivated { PhysicianId = e.StreamId, SelfRegistered = it.SelfRegistered, OccurredAt = e.Timestamp },
        AccountMailRequested => new Published.AccountMailRequested { MailId = e.StreamId, OccurredAt = e.Timestamp },
        RegistrationConfirmed => new Published.RegistrationConfirmed { PhysicianId = e.StreamId, OccurredAt = e.Timestamp },
        ImportedCertificateReported it => new Published.CertificateOnRecord
        {
            PhysicianId = e.StreamId,
            Scheme = it.Scheme.ToString(),
            Number = it.Number,
            ValidFrom = it.ValidFrom,
            ValidTo = it.ValidTo,
            OccurredAt = e.Timestamp,
        },
        _ => null,
    };
}
