namespace Mamis.Portal.Gateway;

/// <summary>One certificate with every term and every suspension there ever was.</summary>
public sealed record CertificateDetails(Certificate Certificate, IReadOnlyList<CertificateTerm> Terms, IReadOnlyList<Suspension> Suspensions);

/// <summary>One term of a certificate, with how it was lost; the reason only for whoever may read it.</summary>
public sealed record CertificateTerm(string Number, DateOnly ValidFrom, DateOnly ValidTo, DateOnly? LapsedOn, string? LossGround = null, string? LossReason = null);

/// <summary>The days on which a title rests, as they were last decided; reasons only for whoever may read them.</summary>
public sealed record Suspension(DateOnly FromDay, DateOnly? UntilDay, DateTimeOffset DecidedAt, string? Reason, DateTimeOffset? LiftedAt, string? LiftReason)
{
    /// <summary>Lifted before it began, so there was no day without the title.</summary>
    public bool WasTakenBack => UntilDay < FromDay;
}
