namespace Mamis.Portal.Gateway;

/// <summary>Which certificates end in a period, and how many in which month.</summary>
public sealed record Ending(
    DateOnly From, DateOnly To, string Association, IReadOnlyList<EndingCount> Counts, IReadOnlyList<EndingLine> Certificates, string? Next);

/// <summary>How many of a scheme end in a month.</summary>
public sealed record EndingCount(string Month, string Scheme, int Number);

/// <summary>One certificate that ends.</summary>
public sealed record EndingLine(Guid Id, string Number, string Scheme, DateOnly ValidTo, DateOnly? GraceUntil, DateOnly? LapsedOn, string? Association, bool Suspended, string? LossGround = null);
