namespace Mamis.Portal.Gateway;

/// <summary>Whose certificates end within four months (N2).</summary>
public sealed record RenewalList(DateOnly AsOf, string Desk, IReadOnlyList<RenewalEntry> Physicians, Guid? Next);

/// <summary>One of them.</summary>
public sealed record RenewalEntry(Guid PhysicianId, string Number, string Scheme, DateOnly ValidTo, bool HasMyPage, bool Applied);
