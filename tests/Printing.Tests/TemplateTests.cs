namespace Mamis.Printing.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void A_value_never_becomes_markup() => Assert.Equal(
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</p>",
        Html.Of("<p>{name}</p>", _ => "<script>alert(1)</script> & \"x\"").ToString());

    [Fact]
    public void Braces_in_a_value_stay_what_they_are() =>
        Assert.Equal("{b} and 2", Template.Fill("{a} and {b}", name => name == "a" ? "{b}" : "2"));

    [Fact]
    public void What_is_markup_already_is_not_encoded_again() => Assert.Equal(
        "<ul><li>&lt;1&gt;</li><li>2</li></ul>",
        Html.Of("<ul>{lines}</ul>", _ => Html.Of(new[] { "<1>", "2" }.Select(it => Html.Of("<li>{it}</li>", _ => it)))).ToString());

    [Fact]
    public void A_style_sheet_keeps_its_braces() => Assert.Equal("p { margin: 0 }", Template.Fill("p { margin: 0 }", _ => "x"));

    [Fact]
    public void A_word_is_found_by_its_key() => Assert.Equal("b=c", Template.Word("x=1\na=b=c\n", "a"));

    [Fact]
    public void A_resource_that_is_missing_is_named() => Assert.Contains(
        "no-such.html", Assert.Throws<InvalidOperationException>(() => Template.Read(typeof(Template).Assembly, "no-such.html")).Message, StringComparison.Ordinal);
}
