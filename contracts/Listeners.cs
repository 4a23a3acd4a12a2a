using Mamis.Contracts.Certification;
using Mamis.Contracts.Identity;
using Mamis.Contracts.TrainingCredits;

namespace Mamis.Contracts;

/// <summary>Who listens to which contract, by the queues they listen on: no message is published before its queues exist.</summary>
/// <remarks>A queue is called after the service and its consumer. Architecture.Tests compares this with the consumers there are.</remarks>
public static class Listeners
{
    public static IReadOnlyDictionary<Type, IReadOnlyList<string>> ByContract { get; } = new Dictionary<Type, IReadOnlyList<string>>
    {
        [typeof(PhysicianKnown)] = ["notifications-keep-contact-when-known", "training-credits-keep-people-when-known"],
        [typeof(StandingChanged)] =
        [
            "certification-copy-standing", "notifications-keep-standing-when-changed", "training-credits-keep-standing-when-changed",
        ],
        [typeof(MyPageActivated)] =
        [
            "certification-copy-my-page", "notifications-keep-my-page-when-activated", "training-credits-activate-when-registered",
        ],
        [typeof(RegistrationConfirmed)] = ["certification-copy-registration"],
        [typeof(AccountMailRequested)] = ["notifications-mail-when-requested"],
        [typeof(CertificateOnRecord)] = ["certification-take-over-when-on-record"],

        [typeof(CreditPosted)] = ["certification-copy-credits", "notifications-keep-credit-when-posted", "notifications-send-when-posted"],
        [typeof(CreditWithdrawn)] = ["certification-copy-withdrawals", "notifications-drop-credit-when-withdrawn", "notifications-send-when-withdrawn"],
        [typeof(PaperCreditVerified)] = ["certification-copy-paper-verdict"],
        [typeof(PaperCreditRefused)] = ["certification-copy-paper-verdict"],
        [typeof(CreditsSetAside)] = ["certification-admit-when-set-aside", "certification-copy-credit-sets"],
        [typeof(CreditsReleased)] = ["certification-copy-credit-sets"],
        [typeof(CreditsSpent)] = ["certification-copy-credit-sets"],
        [typeof(ClaimMoved)] = ["notifications-tell-of-claims"],
        [typeof(CreditsFoundShort)] = ["certification-hold-back-when-short", "notifications-resume-when-stopped"],

        [typeof(ApplicationSubmitted)] =
        [
            "notifications-keep-application-when-submitted", "notifications-withhold-when-applied", "training-credits-set-credits-aside-when-submitted",
        ],
        [typeof(ApplicationReturned)] = ["notifications-resume-when-stopped", "notifications-send-when-decided", "notifications-tell-when-returned"],
        [typeof(ApplicationClosed)] =
        [
            "notifications-resume-when-stopped", "notifications-send-when-decided", "training-credits-release-credits-when-closed",
        ],
        [typeof(ApplicationGranted)] =
        [
            "certification-issue-when-granted", "certification-renew-when-granted", "notifications-send-when-decided",
            "notifications-tell-when-granted", "training-credits-spend-credits-when-granted",
        ],
        [typeof(CertificateTermBegan)] = ["notifications-keep-term-when-began", "notifications-send-when-term-began"],
        [typeof(CertificateEnded)] = ["notifications-end-term-when-ended", "notifications-send-when-ended"],
        [typeof(CertificateSuspended)] = ["notifications-tell-when-suspended"],
        [typeof(CertificateReinstated)] = ["notifications-tell-when-reinstated"],
        [typeof(CertificateLossDecided)] = ["notifications-tell-when-loss-decided"],
        [typeof(CertificateLossWithdrawn)] = ["notifications-tell-when-loss-withdrawn"],
    };
}
