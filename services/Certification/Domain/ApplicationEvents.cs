using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Domain.Rounds;
using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>A physician began an application; nothing is asked of anybody yet.</summary>
public sealed record ApplicationDrafted(PhysicianId Applicant, Scheme Scheme, ApplicationKind Kind);

/// <summary>A document was uploaded and lies encrypted in the vault.</summary>
/// <param name="Type">Which course or which other qualification it proves; null for other documents.</param>
/// <param name="CompletedOn">The day the course was completed; null for other documents.</param>
public sealed record DocumentAttached(DocumentId Document, DocumentKind Kind, string? Type, DateOnly? CompletedOn);

/// <summary>The physician applied, the rules of that day were met, and the ledger is asked to set the counted entries aside.</summary>
/// <param name="Round">1 for the first submission, one more after each correction.</param>
/// <param name="Desks">The associations that decide, in order; fixed at the first submission, whatever moves later (Q19).</param>
/// <param name="RuleVersions">The rule sets it was held against; a later change of rules does not reach it.</param>
/// <param name="RenewsTermTo">Last day of the term it is to renew; null for a new certificate.</param>
public sealed record ApplicationSubmitted(
    PhysicianId Applicant, Scheme Scheme, ApplicationKind Kind, int Round, string ReceiptNumber, DateOnly Day,
    IReadOnlyList<Guid> Entries, IReadOnlyList<string> Desks, int Fee, bool PaperOriginalRequired, IReadOnlyList<string> RuleVersions,
    DateOnly? RenewsTermTo = null);

/// <summary>The application goes with an intake round (受付期間), or with another one than before: the rule is asked at each submission, and when a round is withdrawn.</summary>
/// <param name="Round">Null where no calendar reaches that far.</param>
public sealed record IntakeRoundAssigned(IntakeRoundId? Round);

/// <summary>The ledger was silent too long and is asked again; an answer to either question does.</summary>
public sealed record CreditsRequestedAgain(PhysicianId Applicant, int Round, IReadOnlyList<Guid> Entries);

/// <summary>The ledger keeps the entries for this application, so it lies at its first desk now.</summary>
public sealed record ApplicationAdmitted(string Desk);

/// <summary>The ledger could not set these entries aside; the physician looks at the evaluation again and submits anew.</summary>
public sealed record ApplicationHeldBack(IReadOnlyList<Guid> Entries);

/// <summary>The first desk received the fee (審査・登録料), or what was left of it.</summary>
/// <param name="Line">The bank line it came with; null for money over the counter.</param>
public sealed record FeeRecorded(int Amount, DateOnly ReceivedOn, StaffId RecordedBy, BankLineId? Line = null);

/// <summary>The first desk holds the original handbook of the counted paper units (rule U6).</summary>
public sealed record PaperOriginalReceived(DateOnly ReceivedOn, StaffId ReceivedBy);

/// <summary>One desk agreed.</summary>
/// <param name="NextDesk">Where the application lies now; null when this desk was the last.</param>
public sealed record ApplicationApproved(string Desk, StaffId ApprovedBy, string? NextDesk);

/// <summary>A desk sent the application back for correction; the entries stay set aside.</summary>
/// <param name="Items">What has to be corrected.</param>
public sealed record ApplicationReturned(
    PhysicianId Applicant, string Desk, StaffId ReturnedBy, IReadOnlyList<string> Items, RemarkId Remark);

/// <summary>The last desk agreed; the ledger spends the entries and the certificate gets its term.</summary>
/// <param name="CertifiedOn">The certification day the JMA set for a new certificate (rule V3); null for a renewal.</param>
public sealed record ApplicationGranted(PhysicianId Applicant, Scheme Scheme, ApplicationKind Kind, DateOnly? CertifiedOn);

/// <summary>The JMA decided against it.</summary>
public sealed record ApplicationRejected(PhysicianId Applicant, StaffId RejectedBy, RemarkId Remark);

/// <summary>The physician took the application back.</summary>
public sealed record ApplicationWithdrawn(PhysicianId Applicant);
