using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Support;

/// <summary>Invented people, desks and the events they appear in.</summary>
public static class Invented
{
    public const string County = "13-001";
    public const string Prefecture = "13";

    public static readonly PhysicianId Physician = new(Guid.Parse("01930000-0000-7000-8000-000000000001"));
    public static readonly ApplicationKey First = new(Guid.Parse("01930000-0000-7000-8000-000000000011"));
    public static readonly ApplicationKey Second = new(Guid.Parse("01930000-0000-7000-8000-000000000012"));
    public static readonly StaffId CountyClerk = new(Guid.Parse("01930000-0000-7000-8000-000000000021"));
    public static readonly StaffId PrefectureClerk = new(Guid.Parse("01930000-0000-7000-8000-000000000022"));
    public static readonly StaffId JmaClerk = new(Guid.Parse("01930000-0000-7000-8000-000000000023"));
    public static readonly Guid Entry = Guid.Parse("01930000-0000-7000-8000-000000000031");
    public static readonly Guid OtherEntry = Guid.Parse("01930000-0000-7000-8000-000000000032");
    public static readonly RemarkId Remark = new(Guid.Parse("01930000-0000-7000-8000-000000000041"));
    public static readonly DateOnly Today = new(2026, 2, 10);

    public static readonly Standing Member = new(County, Prefecture, Jma: true, WorkplacePrefecture: "14");
    public static readonly Standing NonMember = new(County: null, Prefecture: null, Jma: false, WorkplacePrefecture: "14");

    public static readonly ApplicationAdmitted AtCounty = new(County);

    public static ApplicationDrafted Drafted(ApplicationKind kind = ApplicationKind.Renewal) => new(Physician, Scheme.Occupational, kind);

    public static ApplicationSubmitted Submitted(
        int round = 1, ApplicationKind kind = ApplicationKind.Renewal, bool paper = false, IReadOnlyList<string>? desks = null) => new(
        Physician, Scheme.Occupational, kind, round, First.ReceiptNumber, Today, [Entry], desks ?? [County, Prefecture, Association.Jma],
        Fee: 10_000, paper, RuleVersions: ["rules"]);

    /// <summary>An application at its first desk, with the fee paid.</summary>
    public static IReadOnlyList<object> AtFirstDesk(ApplicationKind kind = ApplicationKind.Renewal) =>
        [Drafted(kind), Submitted(kind: kind), AtCounty, new FeeRecorded(10_000, Today, CountyClerk)];

    /// <summary>An application that two desks have approved.</summary>
    public static IReadOnlyList<object> AtJma(ApplicationKind kind = ApplicationKind.Renewal) =>
    [
        .. AtFirstDesk(kind),
        new ApplicationApproved(County, CountyClerk, Prefecture),
        new ApplicationApproved(Prefecture, PrefectureClerk, Association.Jma),
    ];

    public static Answer Evaluation(params IReadOnlyList<Refusal> reasons) =>
        new(reasons, [], Counted: null, NewValidity: null, [], [], WebUnitsOverCap: 0, ["rules"]);

    public static CertificateIssued IssuedUntil(DateOnly validTo, Scheme scheme = Scheme.Occupational) =>
        new(Physician, scheme, "MO0000001", First, validTo.AddYears(-5).AddDays(1), validTo);
}
