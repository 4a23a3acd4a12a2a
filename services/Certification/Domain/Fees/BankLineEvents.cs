using Mamis.Kernel;

namespace Mamis.Certification.Domain.Fees;

/// <summary>A statement had this transfer. Who paid and what was written on it lie in a table and are deleted in time.</summary>
/// <param name="Payee">The association whose account it came to.</param>
/// <param name="Application">The one its reference names; null where it names none or several.</param>
public sealed record BankLineTaken(
    string Payee, int Amount, DateOnly ValueDay, LineFinding Finding, ApplicationKey? Application, StaffId TakenBy);

/// <summary>A clerk said which application the transfer is for.</summary>
/// <param name="RefundDue">What the fee did not need.</param>
public sealed record BankLineAssigned(ApplicationKey Application, int RefundDue, StaffId AssignedBy);

/// <summary>The transfer is to go back to the payer.</summary>
public sealed record BankLineRefundNoted(StaffId NotedBy, RemarkId Remark);

/// <summary>Nothing is left to do with the transfer: it is no fee, or was paid back.</summary>
public sealed record BankLineSetAside(StaffId SetAsideBy, RemarkId Remark);
