using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>A period of validity; both days belong to it (rule V1).</summary>
public sealed record Term(DateOnly From, DateOnly To)
{
    /// <summary>The first term, from the day the JMA certified the physician in an intake round (rules V1 and V3).</summary>
    public static Term StartingOn(DateOnly from) =>
        new(from, from.YearsAfter(CertificateRules.On(from).TermInYears).AddDays(-1));

    /// <summary>The term after this one. It is counted from the old last day, however early or late it is granted (rules V2, X4, K8).</summary>
    public Term Next(DateOnly today) => new(To.AddDays(1), To.YearsAfter(CertificateRules.On(today).TermInYears));

    public bool Contains(DateOnly day) => From <= day && day <= To;
}
