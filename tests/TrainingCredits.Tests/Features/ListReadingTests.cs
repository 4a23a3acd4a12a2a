using System.Text;
using Mamis.TrainingCredits.Features.Attendance;
using Microsoft.AspNetCore.Http;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>What lists are read as, well-formed and otherwise.</summary>
public sealed class ListReadingTests
{
    private const string Header = "licenceNumber,familyName,givenName,birthDate,session,role,mode,attendance";
    private const string Good = "123456,山田,花子,1975-06-01,1,attendee,onsite,full";

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/csv; charset=utf-8")]
    [InlineData("text/csv; charset=\"UTF-8\"")]
    [InlineData("text/csv; charset=shift_jis")]
    [InlineData("text/csv; charset=Windows-31J")]
    public async Task A_list_is_read_in_its_charset(string type)
    {
        var encoding = type.Contains("jis", StringComparison.Ordinal) || type.Contains("31J", StringComparison.Ordinal)
            ? CodePagesEncodingProvider.Instance.GetEncoding(932) ?? throw new InvalidOperationException()
            : Encoding.UTF8;

        var list = await Read(type, encoding.GetBytes($"{Header}\r\n{Good.Replace("山田", "髙﨑", StringComparison.Ordinal)}\r\n"));

        Assert.Equal("髙﨑", Assert.Single(list.Rows).Given?.FamilyName);
    }

    [Fact]
    public async Task A_byte_order_mark_quotes_and_the_order_of_columns_make_no_difference()
    {
        var list = await Csv(
            "\uFEFF\"attendance\",session,role,mode,birthDate,givenName,familyName,licenceNumber\r\n\"full\",1,attendee,onsite,1975/6/1,\"花子\",\"山田\",０１２３４５６\r\n");

        Assert.Equal(Some.Row, Assert.Single(list.Rows).Given);
    }

    [Fact]
    public async Task Formulas_are_text()
    {
        var list = await Csv($"{Header}\n123456,\"=HYPERLINK(\"\"http://x\"\")\",@SUM,,1,attendee,onsite,full\n=1+1,山田,花子,,1,attendee,onsite,full");

        Assert.Equal("=HYPERLINK(\"http://x\")", list.Rows[0].Given?.FamilyName);
        Assert.Equal("@SUM", list.Rows[0].Given?.GivenName);
        Assert.Equal("licenceNumber: 1 to 7 digits", list.Rows[1].Malformed?.Explanation);
    }

    [Fact]
    public async Task Every_wrong_column_is_named_at_once()
    {
        var list = await Csv("licenceNumber,name,givenName,birthDate,session,role,Mode,attendance,role\n");

        Assert.Equal(
            ["COLUMN_MISSING familyName", "COLUMN_MISSING mode", "COLUMN_UNKNOWN name", "COLUMN_UNKNOWN Mode", "COLUMN_TWICE role"],
            list.Refusals.Select(it => $"{it.Code} {it.Subject}"));
    }

    [Fact]
    public async Task Every_bad_value_of_a_row_is_named_at_once_and_no_value_is_repeated()
    {
        var list = await Csv($"{Header}\n12345678,,花子,1975-02-30,,guest,tv,half\n");

        var malformed = Assert.Single(list.Rows).Malformed;
        Assert.Equal("ROW_MALFORMED", malformed?.Code);
        Assert.Equal(
            ["licenceNumber", "familyName", "birthDate", "session", "role", "mode", "attendance"],
            malformed?.Explanation.Split("; ").Select(it => it.Split(':')[0]));
        Assert.DoesNotContain("12345678", malformed?.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_with_too_few_or_too_many_fields_cost_only_themselves()
    {
        var list = await Csv($"{Header}\n{Good}\n123456,山田\n{Good},x\n\n{Good}\n");

        Assert.Equal([null, "2 fields instead of 8.", "9 fields instead of 8.", null], list.Rows.Select(it => it.Malformed?.Explanation));
        Assert.Equal([1, 2, 3, 4], list.Rows.Select(it => it.Row));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_costs_its_own_row_only()
    {
        var list = await Csv($"{Header}\n{Good}\n123456,\"山田,花子,,1,attendee,onsite,full\n{Good}\n");

        Assert.Equal([null, "ROW_MALFORMED", null], list.Rows.Select(it => it.Malformed?.Code));
    }

    [Fact]
    public async Task Characters_that_no_name_has_are_refused() =>
        Assert.Equal("familyName: 1 to 100 characters", (await Csv($"{Header}\n123456,山\0田,花子,,1,attendee,onsite,full")).Rows[0].Malformed?.Explanation);

    [Theory]
    [InlineData("text/csv", "LIST_CHARSET_WRONG")]
    [InlineData("text/csv; charset=utf-7", "LIST_CHARSET_WRONG")]
    [InlineData("text/plain", "LIST_TYPE_UNKNOWN")]
    [InlineData("", "LIST_TYPE_UNKNOWN")]
    public async Task A_list_that_is_not_what_it_says_is_refused(string type, string code)
    {
        var sjis = CodePagesEncodingProvider.Instance.GetEncoding(932) ?? throw new InvalidOperationException();

        Assert.Equal(code, Assert.Single((await Read(type, sjis.GetBytes($"{Header}\n{Good}\n"))).Refusals).Code);
    }

    [Theory]
    [InlineData(10_000, null)]
    [InlineData(10_001, "LIST_TOO_LONG")]
    public async Task A_list_has_at_most_10_000_rows(int rows, string? code)
    {
        var list = await Csv($"{Header}\n{string.Concat(Enumerable.Repeat(Good + "\n", rows))}");

        Assert.Equal(code, list.Refusals.Select(it => it.Code).FirstOrDefault());
        Assert.Equal(code is null ? rows : 0, list.Rows.Count);
    }

    [Fact]
    public async Task A_list_without_rows_is_refused() => Assert.Equal("LIST_EMPTY", (await Csv(Header)).Refusals[0].Code);

    [Fact]
    public async Task A_line_without_end_is_refused() =>
        Assert.Equal("LIST_MALFORMED", (await Csv($"{Header}\n{new string('x', 2_000_000)}")).Refusals[0].Code);

    [Fact]
    public async Task Json_says_the_same_as_csv()
    {
        var list = await Json(
            """[{"licenceNumber":"123456","familyName":"山田","givenName":"花子","birthDate":"1975-06-01","session":1,"role":"attendee","mode":"onsite","attendance":"full"}]""");

        Assert.Equal(Some.Row, Assert.Single(list.Rows).Given);
    }

    [Fact]
    public async Task Json_rows_that_are_no_rows_cost_only_themselves()
    {
        var list = await Json("""[1, {"licenceNumber":"1","nickname":"x"}, {"familyName":"\ud800","role":["attendee"]}]""");

        Assert.Equal("Not an object.", list.Rows[0].Malformed?.Explanation);
        Assert.Equal("Unknown fields: nickname.", list.Rows[1].Malformed?.Explanation);
        Assert.Contains("familyName", list.Rows[2].Malformed?.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{]")]
    [InlineData("""[{"session":1,"session":2}]""")]
    public async Task What_is_no_json_array_is_refused(string body) =>
        Assert.Equal("LIST_MALFORMED", Assert.Single((await Json(body)).Refusals).Code);

    private static Task<ListReading> Csv(string text) => Read("text/csv", Encoding.UTF8.GetBytes(text));

    private static Task<ListReading> Json(string text) => Read("application/json", Encoding.UTF8.GetBytes(text));

    private static Task<ListReading> Read(string type, byte[] body)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = type;
        context.Request.Body = new MemoryStream(body);
        return ListReading.Of(context.Request, CancellationToken.None);
    }
}
