namespace Mamis.Portal.Gateway;

/// <summary>What a list of approvals did with each case, or would do.</summary>
public sealed record ApprovalReport(int Cases, int Approved, int Unchanged, int Refused, bool Stored, IReadOnlyList<ApprovalResult> Results);

/// <summary>One case of it, as the list named it.</summary>
public sealed record ApprovalResult(string Application, Guid? Id, long? Version, string Result, IReadOnlyList<ListMistake> Mistakes);
