namespace Mamis.Certification.Domain;

/// <summary>What an uploaded document proves (domain.md 3.9).</summary>
public enum DocumentKind
{
    /// <summary>医師免許証, asked of non-members (rule A5).</summary>
    LicenceImage,

    /// <summary>修了認定証 of a recognised course (rule ON9).</summary>
    Completion,

    /// <summary>Another qualification that exempts from the sports course (rule SN4).</summary>
    Exemption,

    /// <summary>Practice as a sports physician (rule SR2).</summary>
    PracticeProof,

    /// <summary>Why the application is late (rule X7).</summary>
    SpecialReason,

    Other,
}
