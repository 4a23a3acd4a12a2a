using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;

namespace Mamis.Certification.Tests.Eligibility;

/// <summary>Whoever is eligible stays so with one more countable credit, in 10,000 invented histories of all four kinds of application.</summary>
public sealed class MoreCreditsNeverHarm
{
    [Property(MaxTest = 10_000, Arbitrary = [typeof(Histories)])]
    public bool Adding_a_countable_credit_never_makes_an_eligible_physician_ineligible(History history)
    {
        var before = Examination.Of(history.Case);
        var more = history.Case with { Credits = [.. history.Case.Credits.Take(history.At), history.Added, .. history.Case.Credits.Skip(history.At)] };
        var after = Examination.Of(more);

        return (!before.Eligible || after.Eligible) && (after.Counted?.Total ?? 0) >= (before.Counted?.Total ?? 0);
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(Histories)])]
    public bool The_shown_parts_add_up_to_the_total_G1(History history) =>
        Examination.Of(history.Case) is var answer
        && (answer.Counted?.Total is not { } total || total == answer.Credits.Sum(it => it.Units) - answer.WebUnitsOverCap);

    [Fact]
    public void A_good_part_of_the_histories_is_eligible()
    {
        var eligible = Histories.History().Generator.Sample(2_000).Count(it => Examination.Of(it.Case).Eligible);

        Assert.InRange(eligible, 400, 1_900);
    }

    /// <summary>A case, a credit of a session of its own, and where in the list it turns up.</summary>
    public sealed record History(Case Case, Credit Added, int At);

    /// <summary>Invents histories around a complete set of credits, so that eligible ones are not rare.</summary>
    public static class Histories
    {
        private static readonly DateOnly AsOf = new(2026, 2, 10);

        public static Arbitrary<History> History() => Arb.From(
            from scheme in Gen.Elements(Enum.GetValues<Scheme>())
            from application in Gen.Elements(Enum.GetValues<ApplicationKind>())
            from noise in Gen.ListOf(Credit(application, scheme))
            from kept in Gen.Frequency((3, Gen.Constant(100)), (2, Gen.Choose(0, 100)))
            from added in Credit(application, scheme)
            let whole = Whole(scheme, application)
            let certificate = application is ApplicationKind.Renewal ? An.FiveYears : null
            let it = new Case(scheme, application, AsOf, An.Applicant, certificate, [.. whole.Take(whole.Count * kept / 100), .. noise])
            from at in Gen.Choose(0, it.Credits.Count)
            select new History(it, Countable(added), at));

        private static IReadOnlyList<Credit> Whole(Scheme scheme, ApplicationKind application) => (scheme, application) switch
        {
            (Scheme.Occupational, ApplicationKind.New) => An.FiftyBasic(),
            (Scheme.Occupational, _) => An.TwentyLifelong(),
            (_, ApplicationKind.New) => An.WholeCourse(),
            _ => [An.Credit(CreditCategory.Retraining, 5)],
        };

        private static Gen<Credit> Credit(ApplicationKind application, Scheme scheme) =>
            from category in Gen.Elements(Enum.GetValues<CreditCategory>().Where(it => it.Fits(scheme, application)))
            from days in Gen.Choose(-2_500, 100)
            from units in Gen.Choose(1, 6)
            from training in Gen.Choose(1, 12)
            from item in Gen.Elements<string?>([null, .. TrainingItems.Early, .. TrainingItems.Subjects])
            from status in Gen.Elements(Enum.GetValues<PostingState>())
            from mode in Gen.Elements(Enum.GetValues<ParticipationMode>())
            from attendance in Gen.Elements(Enum.GetValues<Attendance>())
            from role in Gen.Elements(ParticipantRole.Attendee, ParticipantRole.Lecturer)
            select An.Credit(category, units, AsOf.AddDays(days), item, $"T{training}") with
            {
                Status = status,
                Mode = mode,
                Attendance = attendance,
                Role = role,
            };

        private static Credit Countable(Credit credit) => credit with
        {
            Date = credit.Date > AsOf ? AsOf : credit.Date < An.Recent ? An.Recent : credit.Date,
            Source = CreditSource.Mamis,
            TrainingId = "a session of its own",
            Status = PostingState.Posted,
            Attendance = Attendance.Full,
            Mode = CreditRules.AllowsWeb(credit.Category) ? credit.Mode : ParticipationMode.Onsite,
        };
    }
}
