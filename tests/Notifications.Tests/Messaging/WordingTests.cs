using Mamis.Notifications.Domain;
using Mamis.Notifications.Messaging;
using Mamis.Notifications.Tests.Features;

namespace Mamis.Notifications.Tests.Messaging;

public sealed class WordingTests
{
    private static readonly Wording.Facts Facts = new("見本県医師会", "S100", HasMyPage: true, new("http://127.0.0.1:8080/"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_text_and_no_field_stays_open(NoticeKind kind)
    {
        var text = Wording.Of(Some.Content(kind: kind), Facts);

        Assert.Contains("見本県医師会", text.Subject, StringComparison.Ordinal);
        Assert.Contains(Facts.MyPage.ToString(), text.Body, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text.Subject + text.Body);
        Assert.DoesNotContain('\n', text.Subject);
    }

    [Theory]
    [InlineData(NoticeKind.OneYear)]
    [InlineData(NoticeKind.FourMonths)]
    public void The_warnings_name_scheme_number_and_last_day(NoticeKind kind)
    {
        var body = Wording.Of(Some.Content(kind: kind), Facts).Body;

        Assert.Contains("認定産業医（認定番号 S100）", body, StringComparison.Ordinal);
        Assert.Contains("2027年11月22日", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_my_page_is_told_how_to_get_one_A1()
    {
        var without = Wording.Of(Some.Content(), Facts with { HasMyPage = false });

        Assert.Contains("利用者登録", without.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("利用者登録", Wording.Of(Some.Content(), Facts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Braces_in_a_name_stay_what_they_are() =>
        Assert.StartsWith("{number} 先生", Wording.GreetingFor("{number}"), StringComparison.Ordinal);

    public static TheoryData<NoticeKind> Kinds() => [.. Enum.GetValues<NoticeKind>()];
}
