using System.Text;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Views;

namespace Mamis.Notifications.Tests.Messaging;

public sealed class LetterTests
{
    private static readonly Letter Letter = new(
        new(Guid.Empty, 1, "架空", "<b>\"一\"</b>", null, "100-0001", "架空都見本区1番地"), "見本県医師会", "件名", "一行目\n二行目", "0000000018");

    [Fact]
    public void What_a_name_contains_does_not_become_markup()
    {
        var page = LetterPages.Of([Letter], TimeProvider.System).ToString();

        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page[page.IndexOf("<article>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void The_window_shows_the_number_as_digits_and_as_a_code()
    {
        var address = LetterPages.Of([Letter], TimeProvider.System).ToString().Split("<address>")[1].Split("</address>")[0];

        Assert.Contains("<svg", address, StringComparison.Ordinal);
        Assert.Contains("0000000018", address, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", LetterPages.Of([Letter with { Number = null }], TimeProvider.System).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_letter_has_a_sheet_of_its_own() => Assert.Equal(
        2, LetterPages.Of([Letter, Letter], TimeProvider.System).ToString().Split("<article>").Length - 1);

    [Fact]
    public async Task The_print_shop_can_read_quotes_and_line_breaks() => Assert.Equal(
        """
        postalCode,address,name,sender,subject,body,number
        100-0001,架空都見本区1番地,"架空 <b>""一""</b>",見本県医師会,件名,"一行目
        二行目",0000000018

        """,
        Encoding.UTF8.GetString(await LetterFile.Of([Letter], CancellationToken.None)).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal));
}
