using System.Security.Cryptography;
using Mamis.Certification.Domain;
using Mamis.Certification.Features;
using Mamis.Certification.Features.Documents;
using Mamis.Testing;
using static Mamis.Certification.Tests.Support.Invented;

namespace Mamis.Certification.Tests.Features;

public sealed class DocumentTests
{
    private static readonly DocumentAttached Licence = new(new(OtherEntry), DocumentKind.LicenceImage, Type: null, CompletedOn: null);

    private readonly Scenario<Application> _application = new();

    [Fact]
    public void Documents_are_added_while_the_application_is_with_the_physician() => _application
        .Given(Drafted())
        .When(it => AttachDocument.Decide(it, new(Physician, Licence))).Then(Licence)
        .Given(Submitted(), AtCounty)
        .When(it => AttachDocument.Decide(it, new(Physician, Licence))).ThenRefused("APPLICATION_NOT_WITH_YOU")
        .Given(new ApplicationReturned(Physician, County, CountyClerk, ["licence-image"], Remark))
        .When(it => AttachDocument.Decide(it, new(Physician, Licence))).Then(Licence)
        .Given(new ApplicationWithdrawn(Physician))
        .When(it => AttachDocument.Decide(it, new(Physician, Licence))).ThenRefused("APPLICATION_OVER");

    [Fact]
    public void Nobody_adds_documents_to_what_another_one_drafted() => _application
        .Given(Drafted())
        .When(it => AttachDocument.Decide(it, new(new(OtherEntry), Licence))).ThenRefused("APPLICATION_UNKNOWN");

    [Fact]
    public void A_withdrawal_is_possible_until_the_decision_and_once() => _application
        .Given(AtJma())
        .When(it => WithdrawApplication.Decide(it, new(new(OtherEntry)))).ThenRefused("APPLICATION_UNKNOWN")
        .When(it => WithdrawApplication.Decide(it, new(Physician))).Then(new ApplicationWithdrawn(Physician))
        .When(it => WithdrawApplication.Decide(it, new(Physician))).ThenNothing();

    [Theory]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("FFD8FFE000104A46", "image/jpeg")]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("000000186674797061766966", null)]
    [InlineData("3C68746D6C3E", null)]
    [InlineData("4D5A9000", null)]
    [InlineData("", null)]
    public void A_file_is_what_its_first_bytes_say(string hex, string? mediaType) =>
        Assert.Equal(mediaType, FileType.Of(Convert.FromHexString(hex))?.MediaType);

    [Fact]
    public void A_sealed_file_opens_with_its_key_for_what_it_belongs_to_and_not_otherwise()
    {
        var key = Seal.MasterKey("secret", "documents");
        var closed = Seal.Close(key, "licence"u8, Entry);

        Assert.Equal("licence"u8.ToArray(), Seal.Open(key, closed, Entry));
        Assert.Throws<AuthenticationTagMismatchException>(() => Seal.Open(key, closed, OtherEntry));
        Assert.Throws<AuthenticationTagMismatchException>(() => Seal.Open(Seal.MasterKey("other", "documents"), closed, Entry));

        closed[^1] ^= 1;
        Assert.Throws<AuthenticationTagMismatchException>(() => Seal.Open(key, closed, Entry));
    }
}
