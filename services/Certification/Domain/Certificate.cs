using Mamis.Certification.Domain.Losses;
using Mamis.Certification.Domain.Suspensions;
using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>A certificate as its stream tells it: only what some later decision needs to know.</summary>
public sealed record Certificate : IEvolve<Certificate>
{
    public PhysicianId Holder { get; init; }

    public Scheme Scheme { get; init; }

    public string Number { get; init; } = "";

    /// <summary>The latest term; null until the certificate is issued or taken over.</summary>
    public Term? Term { get; init; }

    /// <summary>The application that gave the latest term; null when it came from the old system.</summary>
    public ApplicationKey? GrantedBy { get; init; }

    public DateOnly? GraceUntil { get; init; }

    /// <summary>The title was lost; a grace granted late, a renewal applied for in time or a new certificate brings it back.</summary>
    public bool Lapsed { get; init; }

    /// <summary>The latest suspension, which outlives renewals, a loss and a new certificate until the JMA lifts it or its days are over.</summary>
    public Suspension? Suspension { get; init; }

    /// <summary>An end that was decided; only a new certificate begins without it.</summary>
    public Loss? Loss { get; init; }

    public Certificate Evolve(object @event) => @event switch
    {
        CertificateTakenOver e => this with
        {
            Holder = e.Holder,
            Scheme = e.Scheme,
            Number = e.Number,
            Term = new(e.ValidFrom, e.ValidTo),
            GrantedBy = null,
            GraceUntil = null,
            Lapsed = false,
            Loss = null,
        },
        CertificateIssued e => this with
        {
            Holder = e.Holder,
            Scheme = e.Scheme,
            Number = e.Number,
            Term = new(e.ValidFrom, e.ValidTo),
            GrantedBy = e.GrantedBy,
            GraceUntil = null,
            Lapsed = false,
            Loss = null,
        },
        GraceGranted e => this with { GraceUntil = e.Until, Lapsed = false },
        CertificateRenewed e => this with { Term = new(e.ValidFrom, e.ValidTo), GrantedBy = e.GrantedBy, GraceUntil = null, Lapsed = false },
        CertificateLapsed => this with { Lapsed = true },
        CertificateSuspended e => this with { Suspension = new(e.From, e.Until) },
        CertificateResigned e => this with { Loss = new(LossGround.Resigned, e.LostFrom) },
        CertificateStruckOff e => this with { Loss = new(LossGround.StruckOff, e.LostFrom) },
        ResignationWithdrawn or StrikingOffWithdrawn => this with { Loss = null },
        LossTookEffect e => this with { Lapsed = true, Loss = new(e.Ground, e.LostFrom, TookEffect: true) },
        CertificateReinstated e => this with { Suspension = Suspension?.EndedBefore(e.HeldFrom) },
        _ => this,
    };
}
