using Mamis.Identity.Features.Import;
using Mamis.Identity.Tests.Support;
using Mamis.Kernel;

namespace Mamis.Identity.Tests.Features;

public sealed class ImportGroupTests
{
    [Fact]
    public void A_second_scheme_of_the_same_person_is_the_same_physician()
    {
        var (groups, refused) = ImportGroup.Of([Row(1, Scheme.Occupational), Row(2, Scheme.Sports)]);

        Assert.Empty(refused);
        Assert.Equal([Scheme.Occupational, Scheme.Sports], Assert.Single(groups).Certificates.Select(it => it.Scheme));
    }

    [Fact]
    public void The_same_scheme_twice_is_a_duplicate_and_the_first_row_stands()
    {
        var (groups, refused) = ImportGroup.Of([Row(1, Scheme.Occupational), Row(2, Scheme.Occupational)]);

        Assert.Equal(1, Assert.Single(Assert.Single(groups).Rows).Row);
        Assert.Equal((2, "DUPLICATE_IN_FILE"), (Assert.Single(refused).Row, refused[0].Reasons[0].Code));
    }

    [Fact]
    public void Another_person_under_the_same_number_is_a_duplicate_A6()
    {
        var other = Row(2, Scheme.Sports, "別人");
        var (groups, refused) = ImportGroup.Of([Row(1, Scheme.Occupational), other]);

        Assert.Single(groups);
        Assert.Equal("DUPLICATE_IN_FILE", Assert.Single(refused).Reasons[0].Code);
    }

    [Fact]
    public void A_row_that_could_not_be_read_keeps_its_reasons_and_takes_no_number()
    {
        var (groups, refused) = ImportGroup.Of([new(1, "123456", null, [RowCodes.KanaInvalid]), Row(2, Scheme.Sports)]);

        Assert.Equal(2, Assert.Single(Assert.Single(groups).Rows).Row);
        Assert.Equal("KANA_INVALID", Assert.Single(refused).Reasons[0].Code);
    }

    private static ImportRow Row(int row, Scheme scheme, string given = "太郎") => new(
        row, "123456", new(Invented.Person with { PhysicianId = Guid.Empty, GivenName = given }, Invented.Member, Invented.Certificate with { Scheme = scheme }), []);
}
