namespace Mamis.Portal.Gateway;

/// <summary>What a printed certificate is worth.</summary>
public sealed record PaperCheck(string Verdict, IReadOnlyList<string> Changes, bool? PersonMatches, Paper? Printed, Verification? Today);

/// <summary>What the paper says, as it was signed.</summary>
public sealed record Paper(string Number, string Scheme, DateOnly ValidFrom, DateOnly ValidTo, DateOnly IssuedOn);
