using Mamis.Kernel;

namespace Mamis.Certification.Domain.Suspensions;

/// <summary>The JMA decided that the title rests (停止); its term runs on, and the reason stays out of the stream.</summary>
/// <param name="From">The first day without the title.</param>
/// <param name="Until">The last day without it; null while nobody knows.</param>
public sealed record CertificateSuspended(PhysicianId Holder, Scheme Scheme, DateOnly From, DateOnly? Until, StaffId By, RemarkId Remark);

/// <summary>The JMA decided that the title rests no longer.</summary>
/// <param name="HeldFrom">The first day with the title; on or before the first day of the suspension it takes the whole of it back.</param>
public sealed record CertificateReinstated(PhysicianId Holder, Scheme Scheme, DateOnly HeldFrom, StaffId By, RemarkId Remark);
