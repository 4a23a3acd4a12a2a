using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>The import from the old system named a certificate and its latest term.</summary>
public sealed record CertificateTakenOver(
    PhysicianId Holder, Scheme Scheme, string Number, DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>The JMA certified the physician and gave the certificate its number.</summary>
public sealed record CertificateIssued(
    PhysicianId Holder, Scheme Scheme, string Number, ApplicationKey GrantedBy, DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>The holder may apply late; the reason, often an illness, stays in the statement and out of the stream.</summary>
public sealed record GraceGranted(DateOnly Until, DocumentId Statement, StaffId GrantedBy);

/// <summary>A new term follows the old one without a gap, however late it was granted.</summary>
public sealed record CertificateRenewed(
    PhysicianId Holder, Scheme Scheme, string Number, ApplicationKey GrantedBy, DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>The last day to apply for a renewal passed without one, so the title is lost (rule X8).</summary>
/// <param name="Holder">Whose title it was.</param>
/// <param name="LastDay">The last day on which a renewal could have been applied for.</param>
/// <param name="Rule">The rule that set this day: <c>OR6</c>, <c>SR3</c>, <c>X6</c>, <c>X7</c> or <c>X11</c>.</param>
/// <param name="RuleVersion">The dated rule set it was read from.</param>
public sealed record CertificateLapsed(PhysicianId Holder, DateOnly LastDay, string Rule, string RuleVersion);
