using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.EventStore;
using Mamis.EventStore.Publishing;
using Mamis.Kernel;
using Published = Mamis.Contracts.Certification;

namespace Mamis.Certification.Messaging;

/// <summary>What other services hear of what happened here. The store calls it for every event in order and remembers how far it came.</summary>
/// <remarks>Nothing stored goes unpublished; a crash may publish an event twice, under the same message id.</remarks>
public sealed class CertificationPublisher : IPublisher
{
    public object? Translate(StoredEvent e) => e.Data switch
    {
        ApplicationSubmitted it => Submitted(e, it.Applicant.Value, it.Round, it.Entries) with { Scheme = it.Scheme.ToString(), RenewsTermTo = it.RenewsTermTo },
        CreditsRequestedAgain it => Submitted(e, it.Applicant.Value, it.Round, it.Entries),
        ApplicationReturned it => new Published.ApplicationReturned
        {
            ApplicationId = e.StreamId,
            PhysicianId = it.Applicant.Value,
            Desk = it.Desk,
            OccurredAt = e.Timestamp,
        },
        ApplicationGranted it => new Published.ApplicationGranted
        {
            ApplicationId = e.StreamId,
            PhysicianId = it.Applicant.Value,
            Scheme = it.Scheme.ToString(),
            Kind = it.Kind.ToString(),
            CertifiedOn = it.CertifiedOn,
            OccurredAt = e.Timestamp,
        },
        ApplicationRejected it => Closed(e, it.Applicant.Value, "rejected"),
        ApplicationWithdrawn it => Closed(e, it.Applicant.Value, "withdrawn"),
        CertificateTakenOver it => TermBegan(e, it.Holder.Value, it.Scheme.ToString(), it.Number, it.ValidFrom, it.ValidTo),
        CertificateIssued it => TermBegan(e, it.Holder.Value, it.Scheme.ToString(), it.Number, it.ValidFrom, it.ValidTo),
        CertificateRenewed it => TermBegan(e, it.Holder.Value, it.Scheme.ToString(), it.Number, it.ValidFrom, it.ValidTo),
        CertificateSuspended it => new Published.CertificateSuspended
        {
            CertificateId = e.StreamId,
            PhysicianId = it.Holder.Value,
            Scheme = it.Scheme.ToString(),
            From = it.From,
            Until = it.Until,
            Version = e.Version,
            OccurredAt = e.Timestamp,
        },
        CertificateReinstated it => new Published.CertificateReinstated
        {
            CertificateId = e.StreamId,
            PhysicianId = it.Holder.Value,
            Scheme = it.Scheme.ToString(),
            HeldFrom = it.HeldFrom,
            Version = e.Version,
            OccurredAt = e.Timestamp,
        },
        CertificateLapsed it => Ended(e, it.Holder.Value, "lapsed"),
        LossTookEffect it => Ended(e, it.Holder.Value, Codes.Of(it.Ground)),
        CertificateResigned it => LossDecided(e, it.Holder.Value, it.Scheme.ToString(), LossGround.Resigned, it.LostFrom),
        CertificateStruckOff it => LossDecided(e, it.Holder.Value, it.Scheme.ToString(), LossGround.StruckOff, it.LostFrom),
        ResignationWithdrawn it => LossWithdrawn(e, it.Holder.Value, it.Scheme.ToString()),
        StrikingOffWithdrawn it => LossWithdrawn(e, it.Holder.Value, it.Scheme.ToString()),
        _ => null,
    };

    private static Published.ApplicationSubmitted Submitted(StoredEvent e, Guid physician, int round, IReadOnlyList<Guid> entries) => new()
    {
        ApplicationId = e.StreamId,
        PhysicianId = physician,
        Round = round,
        EntryIds = entries,
        OccurredAt = e.Timestamp,
    };

    private static Published.ApplicationClosed Closed(StoredEvent e, Guid physician, string reason) => new()
    {
        ApplicationId = e.StreamId,
        PhysicianId = physician,
        Reason = reason,
        OccurredAt = e.Timestamp,
    };

    private static Published.CertificateEnded Ended(StoredEvent e, Guid physician, string reason) => new()
    {
        CertificateId = e.StreamId,
        PhysicianId = physician,
        Reason = reason,
        Version = e.Version,
        OccurredAt = e.Timestamp,
    };

    private static Published.CertificateLossDecided LossDecided(StoredEvent e, Guid physician, string scheme, LossGround ground, DateOnly from) => new()
    {
        CertificateId = e.StreamId,
        PhysicianId = physician,
        Scheme = scheme,
        Reason = Codes.Of(ground),
        From = from,
        Version = e.Version,
        OccurredAt = e.Timestamp,
    };

    private static Published.CertificateLossWithdrawn LossWithdrawn(StoredEvent e, Guid physician, string scheme) => new()
    {
        CertificateId = e.StreamId,
        PhysicianId = physician,
        Scheme = scheme,
        Version = e.Version,
        OccurredAt = e.Timestamp,
    };

    private static Published.CertificateTermBegan TermBegan(StoredEvent e, Guid physician, string scheme, string number, DateOnly from, DateOnly to) => new()
    {
        CertificateId = e.StreamId,
        PhysicianId = physician,
        Scheme = scheme,
        Number = number,
        ValidFrom = from,
        ValidTo = to,
        Version = e.Version,
        OccurredAt = e.Timestamp,
    };
}
