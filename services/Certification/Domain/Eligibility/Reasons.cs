using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>Every reason that blocks an application, in the order in which domain.md 3.11 publishes them.</summary>
public static class Reasons
{
    public static readonly Refusal MyPageIncomplete = new("MYPAGE_INCOMPLETE", "Complete the first login and accept the terms of use.");
    public static readonly Refusal LicenceImageMissing = new("LICENSE_IMAGE_MISSING", "A non-member uploads an image of the medical licence.");
    public static readonly Refusal ApplicationPending = new("APPLICATION_PENDING", "Wait until the open application of this certification is decided.");
    public static readonly Refusal AlreadyCertified = new("ALREADY_CERTIFIED", "Renew the valid certificate instead of applying anew.");
    public static readonly Refusal CertificateNotHeld = new("CERT_NOT_HELD", "There is no certificate on record to renew.");
    public static readonly Refusal CertificateExpired = new("CERT_EXPIRED", "The certificate expired; apply for a new one with new units.");
    public static readonly Refusal CovidMeasureEnded = new("COVID_MEASURE_ENDED", "The special measure that covered this expiry is over.");
    public static readonly Refusal CompletionProofMissing = new("OCC_COMPLETION_PROOF_MISSING", "Upload the completion certificate of the course.");
    public static readonly Refusal CompletionWindowExpired = new("OCC_COMPLETION_WINDOW_EXPIRED", "The course was completed too long ago.");
    public static readonly Refusal NewAlreadyUsed = new("OCC_NEW_ALREADY_USED", "These units or this course already supported an application.");
    public static readonly Refusal NewWindowExpired = new("OCC_NEW_WINDOW_EXPIRED", "The last basic training is too long ago; attend another one.");
    public static readonly Refusal BasicTotalShort = new("OCC_BASIC_TOTAL_SHORT", "Gain more basic units.");
    public static readonly Refusal BasicEarlyShort = new("OCC_BASIC_EARLY_SHORT", "Gain more units of early training.");
    public static readonly Refusal BasicEarlyItemShort = new("OCC_BASIC_EARLY_ITEM_SHORT", "Gain more units of the early items that are short.");
    public static readonly Refusal BasicFieldShort = new("OCC_BASIC_FIELD_SHORT", "Gain more units of basic field training.");
    public static readonly Refusal BasicLateShort = new("OCC_BASIC_LATE_SHORT", "Gain more units of late training.");
    public static readonly Refusal RenewalTotalShort = new("OCC_RENEWAL_TOTAL_SHORT", "Gain more lifelong units.");
    public static readonly Refusal RenewalUpdateShort = new("OCC_RENEWAL_UPDATE_SHORT", "Gain units of update training.");
    public static readonly Refusal RenewalFieldShort = new("OCC_RENEWAL_FIELD_SHORT", "Gain units of lifelong field training.");
    public static readonly Refusal RenewalSpecialShort = new("OCC_RENEWAL_SPECIAL_SHORT", "Gain units of special training.");
    public static readonly Refusal CourseIncomplete = new("SPT_COURSE_INCOMPLETE", "Attend the missing subjects of the sports course.");
    public static readonly Refusal ExemptionProofMissing = new("SPT_EXEMPTION_PROOF_MISSING", "Upload the certificate that exempts from the course.");
    public static readonly Refusal ExemptionUsed = new("SPT_EXEMPTION_USED", "The exemption holds once; attend the sports course.");
    public static readonly Refusal RetrainingShort = new("SPT_RENEWAL_TOTAL_SHORT", "Gain more units of sports retraining.");
    public static readonly Refusal PracticeProofMissing = new("SPT_PRACTICE_PROOF_MISSING", "Upload a document on the practice as a sports physician.");

    /// <summary>The reason where it applies, so that conditions can be written as a list.</summary>
    public static IEnumerable<Refusal> When(bool applies, Refusal reason) => applies ? [reason] : [];
}
