using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Certification.Tests.Eligibility;
using Mamis.Kernel;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

/// <summary>How what is on record becomes a case of the rules.</summary>
public sealed class PhysicianFileTests
{
    private static readonly PhysicianFile File = new()
    {
        Physician = Physician,
        Scheme = Scheme.Occupational,
        Standing = Member,
        MyPageCompleted = true,
        Credits = An.FiftyBasic(),
    };

    [Fact]
    public void Units_that_supported_an_application_do_not_support_another_ON7()
    {
        var spent = File with { Credits = [.. File.Credits.Select(it => it with { Consumed = true })] };

        Assert.True(Evaluate(File).Eligible);
        Assert.Equal(["OCC_NEW_ALREADY_USED"], Evaluate(spent).ReasonCodes());
    }

    [Fact]
    public void With_new_units_beside_spent_ones_only_the_new_ones_count_X9()
    {
        var again = An.FiftyBasic(new(2026, 1, 10));
        var both = File with { Credits = [.. File.Credits.Select(it => it with { Consumed = true }), .. again] };

        Assert.Equal((true, 50), (Evaluate(both).Eligible, Evaluate(both).Counted?.Total));
    }

    [Fact]
    public void An_application_is_not_pending_because_of_itself()
    {
        var open = File with { OpenApplication = First.Value };

        Assert.True(Evaluate(open, First.Value).Eligible);
        Assert.Equal(["APPLICATION_PENDING"], Evaluate(open, Second.Value).ReasonCodes());
    }

    [Fact]
    public void A_completion_counts_with_the_type_and_day_its_document_states_and_once_ON8()
    {
        var document = new DocumentAttached(new(Entry), DocumentKind.Completion, "uoeh-intensive", Today.AddYears(-1));
        var without = File with { Credits = [] };

        Assert.True(Examination.Of(without.ToCase(ApplicationKind.New, Today, First.Value, [document])).Eligible);
        Assert.Equal(
            ["OCC_NEW_ALREADY_USED"],
            Examination.Of((without with { GrantedWithoutUnits = true }).ToCase(ApplicationKind.New, Today, First.Value, [document])).ReasonCodes());
    }

    [Fact]
    public void A_stranger_has_no_my_page_and_no_membership()
    {
        var stranger = new PhysicianFile { Physician = Physician, Scheme = Scheme.Sports };

        Assert.Equal(["MYPAGE_INCOMPLETE", "LICENSE_IMAGE_MISSING", "SPT_COURSE_INCOMPLETE"], Evaluate(stranger).ReasonCodes());
    }

    private static Answer Evaluate(PhysicianFile file, Guid application = default) =>
        Examination.Of(file.ToCase(ApplicationKind.New, Today, application, []));
}
