using Mamis.Identity.Domain;
using Mamis.Identity.Features.Import;
using Mamis.Kernel;
using Mamis.Testing;
using static Mamis.Identity.Tests.Support.Invented;

namespace Mamis.Identity.Tests.Features;

public sealed class ImportPhysicianTests
{
    private static readonly ImportPhysician.Command Unchanged = new(Member, [Certificate], Changed: [], Clerk);

    private readonly Scenario<Physician> _physician = new();

    [Fact]
    public void A_new_physician_is_registered_with_standing_and_certificate_A2() => _physician
        .When(it => ImportPhysician.Decide(it, Unchanged))
        .Then(Registered, Set(Member), Certificate);

    [Fact]
    public void The_same_row_again_changes_nothing() => _physician
        .Given(Registered, Set(Member), Certificate)
        .When(it => ImportPhysician.Decide(it, Unchanged))
        .ThenNothing();

    [Fact]
    public void Another_address_is_told_without_the_address() => _physician
        .Given(Registered, Set(Member), Certificate)
        .When(it => ImportPhysician.Decide(it, Unchanged with { Changed = [PersonalItem.Address] }))
        .Then(new PersonalDataChanged([PersonalItem.Address]));

    [Fact]
    public void Leaving_the_county_makes_a_non_member() => _physician
        .Given(Registered, Set(Member), Certificate)
        .When(it => ImportPhysician.Decide(it, Unchanged with { Standing = NonMember }))
        .Then(Set(NonMember));

    [Fact]
    public void A_later_term_of_a_known_certificate_is_reported()
    {
        var renewed = Certificate with { ValidFrom = new(2027, 4, 1), ValidTo = new(2032, 3, 31) };

        _physician
            .Given(Registered, Set(Member), Certificate)
            .When(it => ImportPhysician.Decide(it, Unchanged with { Certificates = [renewed] }))
            .Then(renewed);
    }

    [Fact]
    public void A_second_scheme_stands_beside_the_first()
    {
        var sports = Certificate with { Scheme = Scheme.Sports, Number = "P1" };

        _physician
            .Given(Registered, Set(Member), Certificate)
            .When(it => ImportPhysician.Decide(it, Unchanged with { Certificates = [Certificate, sports] }))
            .Then(sports)
            .When(it => ImportPhysician.Decide(it, Unchanged))
            .ThenNothing();
    }
}
