using Mamis.Identity.Domain;
using Mamis.Identity.Features;
using Mamis.Testing;

namespace Mamis.Identity.Tests.Features;

public sealed class ListAssociationTests
{
    private static readonly ListAssociation.Command County = new("13-042", "架空医師会");

    private readonly Scenario<MedicalAssociation> _association = new();

    [Fact]
    public void A_new_code_is_listed() => _association
        .When(it => ListAssociation.Decide(it, County))
        .Then(new AssociationListed("13-042", "架空医師会"))
        .When(it => ListAssociation.Decide(it, County))
        .ThenNothing();

    [Fact]
    public void Another_name_keeps_the_code() => _association
        .Given(new AssociationListed("13-042", "旧名医師会"))
        .When(it => ListAssociation.Decide(it, County))
        .Then(new AssociationRenamed("13-042", "架空医師会"));

    [Theory]
    [InlineData("48")]
    [InlineData("13-42")]
    [InlineData("jma")]
    public void What_is_no_code_and_no_name_is_refused(string code) => _association
        .When(it => ListAssociation.Decide(it, new(code, " ")))
        .ThenRefused("ASSOCIATION_CODE_INVALID", "ASSOCIATION_NAME_INVALID");
}
