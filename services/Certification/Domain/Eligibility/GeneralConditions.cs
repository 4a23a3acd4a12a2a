using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>What every application needs before units are looked at: rules A1, A5, X3 and ON12.</summary>
public static class GeneralConditions
{
    public static IReadOnlyList<Refusal> Examine(Case it) =>
    [
        .. Reasons.When(!it.Applicant.MyPageCompleted, Reasons.MyPageIncomplete),
        .. Reasons.When(!it.Applicant.Member && !it.Applicant.LicenceImage, Reasons.LicenceImageMissing),
        .. Reasons.When(it.Applicant.PendingApplication, Reasons.ApplicationPending),
        .. Reasons.When(it.Application is ApplicationKind.New && it.AsOf <= it.Certificate?.To, Reasons.AlreadyCertified),
    ];
}
