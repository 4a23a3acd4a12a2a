using Mamis.Contracts.Certification;
using Mamis.Contracts.Identity;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>An invented physician with a certificate, and what the other services tell of both.</summary>
internal sealed record Holder(DateOnly ValidTo)
{
    public Guid PhysicianId { get; } = Guid.CreateVersion7();

    public Guid CertificateId { get; } = Guid.CreateVersion7();

    public string? County { get; init; } = "13-001";

    public string? Prefecture { get; init; } = "13";

    public string WorkplacePrefecture { get; init; } = "13";

    public static Holder Member(DateOnly validTo) => new(validTo);

    public static Holder NonMember(DateOnly validTo) => new(validTo) { County = null, Prefecture = null, WorkplacePrefecture = "27" };

    public CertificateTermBegan Term(long version = 1, DateOnly? validTo = null) => new()
    {
        CertificateId = CertificateId,
        PhysicianId = PhysicianId,
        Scheme = "Occupational",
        Number = "S100",
        ValidFrom = ValidTo.AddYears(-5).AddDays(1),
        ValidTo = validTo ?? ValidTo,
        Version = version,
        OccurredAt = DateTimeOffset.UnixEpoch,
    };

    public StandingChanged Standing(long version = 1) => new()
    {
        PhysicianId = PhysicianId,
        Version = version,
        County = County,
        Prefecture = Prefecture,
        Jma = Prefecture is not null,
        WorkplacePrefecture = WorkplacePrefecture,
        OccurredAt = DateTimeOffset.UnixEpoch,
    };

    public Recipient Person(string? email) => new(PhysicianId, 7, "架空", "一", email, "100-0001", "架空都見本区1番地");
}
