using Mamis.Identity.Features.Import;
using Mamis.Identity.Tests.Support;
using Mamis.Kernel;

namespace Mamis.Identity.Tests.Features;

public sealed class ImportRowTests
{
    private static readonly HashSet<string> Counties = ["13-001", "13", "JMA"];

    [Fact]
    public void A_good_row_is_read_whole()
    {
        var row = Read([]);

        Assert.Empty(row.Reasons);
        Assert.Equal(Invented.Person with { PhysicianId = Guid.Empty }, row.Read?.Person);
        Assert.Equal(Invented.Member, row.Read?.Standing);
        Assert.Equal(Invented.Certificate, row.Read?.Certificate);
    }

    [Theory]
    [InlineData("licenceNumber", "", "LICENCE_NUMBER_INVALID")]
    [InlineData("licenceNumber", "12345678", "LICENCE_NUMBER_INVALID")]
    [InlineData("familyName", "", "NAME_INVALID")]
    [InlineData("givenName", "=HYPERLINK(1)", "NAME_INVALID")]
    [InlineData("givenName", "＝1+1", "NAME_INVALID")]
    [InlineData("givenNameKana", "Taro", "KANA_INVALID")]
    [InlineData("birthDate", "1979-02-29", "BIRTH_DATE_INVALID")]
    [InlineData("birthDate", "2026-11-22", "BIRTH_DATE_INVALID")]
    [InlineData("birthDate", "平成40年1月1日", "BIRTH_DATE_INVALID")]
    [InlineData("email", "taro@", "EMAIL_INVALID")]
    [InlineData("postalCode", "100-001", "POSTAL_CODE_INVALID")]
    [InlineData("address", "", "ADDRESS_INVALID")]
    [InlineData("county", "13-999", "COUNTY_UNKNOWN")]
    [InlineData("prefecture", "14", "MEMBERSHIP_INCONSISTENT")]
    [InlineData("prefecture", "", "MEMBERSHIP_INCONSISTENT")]
    [InlineData("jma", "maybe", "MEMBERSHIP_INCONSISTENT")]
    [InlineData("workplacePrefecture", "48", "WORKPLACE_PREFECTURE_INVALID")]
    [InlineData("certificateScheme", "judo", "CERTIFICATE_SCHEME_UNKNOWN")]
    [InlineData("certificateScheme", "1", "CERTIFICATE_SCHEME_UNKNOWN")]
    [InlineData("certificateNumber", "", "CERTIFICATE_INCOMPLETE")]
    [InlineData("validTo", "2022-03-31", "VALIDITY_INVALID")]
    [InlineData("validFrom", "2022-04-31", "VALIDITY_INVALID")]
    public void One_wrong_field_gives_its_code_alone(string field, string text, string code)
    {
        var row = Read(new() { [field] = text });

        Assert.Equal([code], row.Reasons.Select(it => it.Code));
        Assert.Null(row.Read);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var row = Read(Invented.Fields().Keys.ToDictionary(it => it, _ => "?"));

        Assert.Equal(
            [
                "LICENCE_NUMBER_INVALID", "KANA_INVALID", "BIRTH_DATE_INVALID", "POSTAL_CODE_INVALID", "EMAIL_INVALID",
                "COUNTY_UNKNOWN", "MEMBERSHIP_INCONSISTENT", "WORKPLACE_PREFECTURE_INVALID", "CERTIFICATE_SCHEME_UNKNOWN",
            ],
            row.Reasons.Select(it => it.Code));
    }

    [Fact]
    public void Old_ways_of_writing_are_understood_D5()
    {
        var row = Read(new()
        {
            ["licenceNumber"] = "０１２３４５６",
            ["familyNameKana"] = "ｶｸｳ",
            ["givenNameKana"] = "たろう",
            ["birthDate"] = "昭和54年3月9日",
            ["postalCode"] = "1000001",
        });

        Assert.Equal(Invented.Person with { PhysicianId = Guid.Empty }, row.Read?.Person);
    }

    [Fact]
    public void A_member_without_known_workplace_gets_the_county_s_prefecture() =>
        Assert.Equal("13", Read(new() { ["workplacePrefecture"] = "" }).Read?.Standing.WorkplacePrefecture);

    [Fact]
    public void Each_membership_alone_below_the_next_is_possible()
    {
        Assert.Equal(new Standing("13-001", null, false, "14"), Read(new() { ["prefecture"] = "", ["jma"] = "false" }).Read?.Standing);
        Assert.Equal(new Standing("13-001", "13", false, "14"), Read(new() { ["jma"] = "0" }).Read?.Standing);
    }

    [Fact]
    public void A_row_without_certificate_is_a_row() =>
        Assert.Null(Read(new() { ["certificateScheme"] = "", ["certificateNumber"] = "", ["validFrom"] = "", ["validTo"] = "" }).Read?.Certificate);

    private static ImportRow Read(Dictionary<string, string> other)
    {
        var fields = Invented.Fields();

        foreach (var (field, text) in other)
        {
            fields[field] = text;
        }

        return ImportRow.From(new(1, fields), Counties, Invented.Today);
    }
}
