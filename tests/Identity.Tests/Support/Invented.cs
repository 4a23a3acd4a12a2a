using Mamis.Identity.Domain;
using Mamis.Kernel;

namespace Mamis.Identity.Tests.Support;

/// <summary>Invented people and where they stand.</summary>
internal static class Invented
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly StaffId Clerk = new(Guid.Parse("01930000-0000-7000-8000-000000000001"));
    public static readonly Standing Member = new("13-001", "13", Jma: true, WorkplacePrefecture: "14");
    public static readonly Standing NonMember = new(County: null, Prefecture: null, Jma: false, WorkplacePrefecture: "13");

    public static readonly ImportedCertificateReported Certificate =
        new(Scheme.Occupational, "S1", new DateOnly(2022, 4, 1), new DateOnly(2027, 3, 31));

    public static readonly Person Person = new(
        Guid.Parse("01930000-0000-7000-8000-000000000002"), "123456", "架空", "太郎", "カクウ", "タロウ", new DateOnly(1979, 3, 9),
        "taro@example.invalid", "100-0001", "架空都見本区", WorkplaceName: null);

    public static readonly PhysicianRegistered Registered = new(Clerk);

    public static StandingSet Set(Standing standing) =>
        new(standing.County, standing.Prefecture, standing.Jma, standing.WorkplacePrefecture);

    /// <summary>A row of an import file that is right in every field.</summary>
    public static Dictionary<string, string> Fields() => new()
    {
        ["licenceNumber"] = "123456",
        ["familyName"] = "架空",
        ["givenName"] = "太郎",
        ["familyNameKana"] = "カクウ",
        ["givenNameKana"] = "タロウ",
        ["birthDate"] = "1979-03-09",
        ["email"] = "taro@example.invalid",
        ["postalCode"] = "100-0001",
        ["address"] = "架空都見本区",
        ["county"] = "13-001",
        ["prefecture"] = "13",
        ["jma"] = "true",
        ["workplacePrefecture"] = "14",
        ["certificateScheme"] = "occupational",
        ["certificateNumber"] = "S1",
        ["validFrom"] = "2022-04-01",
        ["validTo"] = "2027-03-31",
    };
}
