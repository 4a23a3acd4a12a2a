namespace Mamis.Certification.Domain.Eligibility;

/// <summary>How long a certificate is valid: rule V1, the same for both schemes.</summary>
public sealed record CertificateRules(string Version, DateOnly Since, int TermInYears)
{
    private static readonly CertificateRules[] Versions =
    [
        new("certificate-1", Since: DateOnly.MinValue, TermInYears: 5),
    ];

    public static CertificateRules On(DateOnly day) => Versions.Last(rules => rules.Since <= day);
}
