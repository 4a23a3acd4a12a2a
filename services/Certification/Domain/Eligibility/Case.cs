using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>All that an evaluation looks at: who asks for what on which day, with which certificate and credits.</summary>
/// <param name="Certificate">The latest term of the certificate of the same scheme; null when none was ever held (rule K13).</param>
public sealed record Case(
    Scheme Scheme,
    ApplicationKind Application,
    DateOnly AsOf,
    Applicant Applicant,
    Term? Certificate,
    IReadOnlyList<Credit> Credits);

/// <summary>What is known of the physician besides credits and certificate. What is absent is false or none.</summary>
public sealed record Applicant
{
    /// <summary>Belongs to any association (rule Q17).</summary>
    public bool Member { get; init; }

    public bool MyPageCompleted { get; init; }

    public bool LicenceImage { get; init; }

    /// <summary>Another application of the same certification is open.</summary>
    public bool PendingApplication { get; init; }

    /// <summary>The basic units already supported an application (rule ON7).</summary>
    public bool BasicCreditsUsedBefore { get; init; }

    public Completion? Completion { get; init; }

    public Exemption? Exemption { get; init; }

    /// <summary>A document on the practice as a sports physician is there (rule SR2).</summary>
    public bool PracticeProof { get; init; }

    /// <summary>The reason for applying late was accepted (rule X7).</summary>
    public bool SpecialReason { get; init; }
}

/// <summary>A course of the University of Occupational and Environmental Health, which may replace the basic units (rule ON8).</summary>
public sealed record Completion(string Type, DateOnly Date, bool ProofUploaded, bool Used);

/// <summary>Another body's qualification, which may replace the sports course (rule SN2).</summary>
public sealed record Exemption(string Type, bool ProofUploaded, bool UsedBefore);
