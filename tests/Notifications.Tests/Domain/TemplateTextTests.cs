using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;

namespace Mamis.Notifications.Tests.Domain;

public sealed class TemplateTextTests
{
    private static readonly TemplateText Shipped = TemplateText.Read("{association} {scheme}", "{number} {validTo}\n{myPage}");

    [Fact]
    public void What_keeps_every_place_can_be_written() =>
        Assert.Empty(TemplateText.Read("{scheme}", "{association}\n{number} {number} {validTo} {myPage}").Mistakes(Shipped));

    [Fact]
    public void The_shipped_words_of_every_kind_keep_their_own_rules() => Assert.All(
        Enum.GetValues<NoticeKind>(), it => Assert.Empty(Wording.Shipped(it).Mistakes(Wording.Shipped(it))));

    [Theory]
    [InlineData(null, "{association} {scheme} {number} {validTo} {myPage}", "TEMPLATE_SUBJECT_MISSING subject")]
    [InlineData("{association} {scheme}", " ", "TEMPLATE_TEXT_MISSING text", "TEMPLATE_PLACE_MISSING text")]
    [InlineData("{association} {scheme}\nBcc: x", "{number} {validTo} {myPage}", "TEMPLATE_CONTROL_CHARACTER subject")]
    [InlineData("{association} {scheme}", "{number}\t{validTo} {myPage}", "TEMPLATE_CONTROL_CHARACTER text")]
    [InlineData("{association} {scheme} {name}", "{number} {validTo} {myPage}", "TEMPLATE_PLACE_UNKNOWN subject")]
    [InlineData("{association} {scheme}", "{number} {validTo} {myPage} {name}", "TEMPLATE_PLACE_UNKNOWN text")]
    [InlineData("{association} {scheme}", "{validTo} {myPage}", "TEMPLATE_PLACE_MISSING text")]
    [InlineData("{association} {scheme}", "{number} {validTo} {myPage} {", "TEMPLATE_BRACE_OPEN text")]
    [InlineData("{association} {scheme}}", "{number} {validTo} {myPage}", "TEMPLATE_BRACE_OPEN subject")]
    public void Everything_wrong_is_named_at_once_with_its_field(string? subject, string text, params string[] codes) => Assert.Equal(
        codes, TemplateText.Read(subject, text).Mistakes(Shipped).Select(it => $"{it.Code} {it.Subject}"));

    [Theory]
    [InlineData(100, 1_000, 0)]
    [InlineData(101, 1_001, 2)]
    public void A_subject_has_a_hundred_characters_and_a_text_fits_a_sheet(int subject, int text, int mistakes) =>
        Assert.Equal(mistakes, new TemplateText(new string('x', subject), new string('x', text)).Mistakes(new("x", "x")).Count);
}
