using Mamis.Certification.Features.Paper;

namespace Mamis.Certification.Tests.Features;

public sealed class PersonDigestTests
{
    private static readonly DateOnly Born = new(1961, 4, 2);
    private static readonly DateOnly Issued = new(2026, 11, 23);

    [Fact]
    public void Width_and_spaces_make_no_difference_and_a_letter_does()
    {
        var printed = PersonDigest.Of("Kaku Hanako", Born, "MS0000001", Issued);

        Assert.Equal(printed, PersonDigest.Of("Ｋａｋｕ　Ｈａｎａｋｏ ", Born, "MS0000001", Issued));
        Assert.NotEqual(printed, PersonDigest.Of("Kaku Hanaka", Born, "MS0000001", Issued));
        Assert.NotEqual(printed, PersonDigest.Of("Kaku Hanako", Born.AddDays(1), "MS0000001", Issued));
    }

    [Fact]
    public void Two_papers_do_not_show_that_they_name_the_same_person()
    {
        Assert.NotEqual(PersonDigest.Of("a", Born, "MS0000001", Issued), PersonDigest.Of("a", Born, "MO0000002", Issued));
        Assert.NotEqual(PersonDigest.Of("a", Born, "MS0000001", Issued), PersonDigest.Of("a", Born, "MS0000001", Issued.AddDays(1)));
    }
}
