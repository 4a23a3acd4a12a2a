using Mamis.Kernel;

namespace Mamis.Certification.Domain.Fees;

/// <summary>Less than the fee came; what came later may complete it.</summary>
/// <param name="Line">The bank line it came with; null for money over the counter.</param>
public sealed record FeePartRecorded(int Amount, DateOnly ReceivedOn, StaffId RecordedBy, BankLineId? Line = null);

/// <summary>The payee asks for no fee; why, lies beside the events.</summary>
public sealed record FeeWaived(DateOnly WaivedOn, StaffId WaivedBy, RemarkId Remark);

/// <summary>All that was received went back to the payer; why, lies beside the events.</summary>
public sealed record FeeRefunded(int Amount, DateOnly RefundedOn, StaffId RefundedBy, RemarkId Remark);
