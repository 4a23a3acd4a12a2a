using Mamis.Kernel;

namespace Mamis.Certification.Domain.Losses;

/// <summary>The holder gives the title up (辞退, rule X8).</summary>
/// <param name="LostFrom">The first day without the title.</param>
public sealed record CertificateResigned(PhysicianId Holder, Scheme Scheme, DateOnly LostFrom);

/// <summary>The holder keeps the title after all; its day had not come.</summary>
public sealed record ResignationWithdrawn(PhysicianId Holder, Scheme Scheme);

/// <summary>The JMA decided that the title is lost (喪失, rule X8); the reason stays out of the stream.</summary>
/// <param name="LostFrom">The first day without the title.</param>
public sealed record CertificateStruckOff(PhysicianId Holder, Scheme Scheme, DateOnly LostFrom, StaffId By, RemarkId Remark);

/// <summary>The JMA took its decision back before its day.</summary>
public sealed record StrikingOffWithdrawn(PhysicianId Holder, Scheme Scheme, StaffId By, RemarkId Remark);

/// <summary>The first day without the title came, so others are told that it ended.</summary>
public sealed record LossTookEffect(PhysicianId Holder, LossGround Ground, DateOnly LostFrom);
