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
        PhysicianRegistered or PersonalDataChanged => new Published.PhysicianKnown
        {
            PhysicianId = e.StreamId,
            Version = e.Version,
            OccurredAt = e.Timestamp,
        },
        StandingSet it => Standing(e, it.County, it.Prefecture, it.Jma, it.WorkplacePrefecture),
        WorkplaceChanged it => Standing(e, it.County, it.Prefecture, it.Jma, it.WorkplacePrefecture),
        MyPageActivated => new Published.MyPageActivated { PhysicianId = e.StreamId, OccurredAt = e.Timestamp },
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

    private static Published.StandingChanged Standing(
        StoredEvent e, string? county, string? prefecture, bool jma, string workplacePrefecture) => new()
        {
            PhysicianId = e.StreamId,
            Version = e.Version,
            County = county,
            Prefecture = prefecture,
            Jma = jma,
            WorkplacePrefecture = workplacePrefecture,
            OccurredAt = e.Timestamp,
        };
}
