using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Eligibility;

/// <summary>Cases and credits that are fine in every respect, for tests that change one thing.</summary>
public static class An
{
    public static readonly Applicant Applicant = new() { Member = true, MyPageCompleted = true, PracticeProof = true };

    /// <summary>A training on which neither cut-over nor lecturers' day has any bearing.</summary>
    public static readonly DateOnly Recent = new(2025, 9, 1);

    public static readonly Term FiveYears = new(new(2021, 6, 1), new(2026, 5, 31));

    public static Case OccupationalRenewal(Term? certificate, DateOnly asOf, params IReadOnlyList<Credit> credits) =>
        new(Scheme.Occupational, ApplicationKind.Renewal, asOf, Applicant, certificate, credits);

    public static Case SportsRenewal(Term? certificate, DateOnly asOf, params IReadOnlyList<Credit> credits) =>
        new(Scheme.Sports, ApplicationKind.Renewal, asOf, Applicant, certificate, credits);

    public static Case OccupationalNew(DateOnly asOf, params IReadOnlyList<Credit> credits) =>
        new(Scheme.Occupational, ApplicationKind.New, asOf, Applicant, Certificate: null, credits);

    public static Case SportsNew(DateOnly asOf, params IReadOnlyList<Credit> credits) =>
        new(Scheme.Sports, ApplicationKind.New, asOf, Applicant, Certificate: null, credits);

    /// <summary>A credit from the source that is right for its day.</summary>
    public static Credit Credit(CreditCategory category, int units, DateOnly? date = null, string? item = null, string? training = null)
    {
        var day = date ?? Recent;
        var source = day >= new DateOnly(2025, 4, 1) ? CreditSource.Mamis : CreditSource.Paper;

        return new(day, category, item, units, source, training ?? $"{category}-{item}-{day:yyyyMMdd}");
    }

    /// <summary>20 lifelong units: 1 update, 1 field and 18 special, all on one day.</summary>
    public static IReadOnlyList<Credit> TwentyLifelong(DateOnly? date = null) =>
    [
        Credit(CreditCategory.LifeUpdate, 1, date),
        Credit(CreditCategory.LifeField, 1, date),
        Credit(CreditCategory.LifeSpecial, 18, date),
    ];

    /// <summary>50 basic units with every minimum met exactly, all on one day.</summary>
    public static IReadOnlyList<Credit> FiftyBasic(DateOnly? date = null) =>
    [
        .. EarlyItems.Handbook.Minimums.Select(it => Credit(CreditCategory.BasicEarly, it.Value, date, it.Key)),
        Credit(CreditCategory.BasicField, 10, date),
        Credit(CreditCategory.BasicLate, 26, date),
    ];

    /// <summary>The 25 subjects of the sports course, all on one day.</summary>
    public static IReadOnlyList<Credit> WholeCourse(DateOnly? date = null) =>
    [
        .. TrainingItems.Subjects.Take(13).Select(it => Credit(CreditCategory.CourseEarly, 1, date, it)),
        .. TrainingItems.Subjects.Skip(13).Select(it => Credit(CreditCategory.CourseLate, 1, date, it)),
    ];

    public static IReadOnlyList<string> ReasonCodes(this Answer answer) => [.. answer.Reasons.Select(it => it.Code)];
}
