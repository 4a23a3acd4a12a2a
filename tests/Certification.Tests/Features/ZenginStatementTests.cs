using Mamis.Certification.Features.Fees.Statements;
using Mamis.Certification.Tests.Support;

namespace Mamis.Certification.Tests.Features;

/// <summary>The banks' fixed-length statement: what comes in by it, and what is no statement.</summary>
public sealed class ZenginStatementTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("")]
    public async Task Transfers_are_read_with_payer_value_day_and_amount_and_all_else_is_passed_over(string lineEnd)
    {
        var file = new ZenginFile()
            .With("081120", 10_000, "1234567890 \uff94\uff8f\uff80\uff9e", edi: "99-1")
            .With("081121", 330, "\uff83\uff7d\uff73\uff98\uff96\uff73", direction: '2', kind: "14")
            .With("081122", 10_000, "\uff83\uff72\uff7e\uff72", kind: "19");
        var statement = await Read(file.Text(lineEnd));

        Assert.Empty(statement.Refusals);
        Assert.Equal(
            new StatementLine.Reading(new(2026, 11, 20), 10_000, "1234567890 \uff94\uff8f\uff80\uff9e", "0000000000 \uff8c\uff98\uff7a\uff90 99-1", "00000001"), statement.Lines[0].Read);
        Assert.All(statement.Lines.Skip(1), it => Assert.True(it is { Read: null, Reasons: [] }));
    }

    [Theory]
    [InlineData("081123", 2026)]
    [InlineData("261123", 2026)]
    [InlineData("251123", 2025)]
    public void A_year_of_the_era_and_a_common_year_are_told_apart_by_what_is_near(string digits, int year) =>
        Assert.Equal(new DateOnly(year, 11, 23), ZenginDay.Read(digits, Today));

    [Theory]
    [InlineData("081131")]
    [InlineData("      ")]
    [InlineData("000000")]
    public void What_is_no_day_is_none(string digits) => Assert.Null(ZenginDay.Read(digits, Today));

    [Fact]
    public async Task What_does_not_add_up_or_breaks_off_is_refused_as_a_whole()
    {
        var file = new ZenginFile().With("081120", 10_000, "A");
        var text = file.Text();

        Assert.Equal("STATEMENT_TOTALS_DIFFER", (await Read(file.Text(wrongBy: 1))).Refusals[0].Code);
        await Assert.AllAsync(
            [string.Empty, text[..^202], text[..150], text.Replace("1030", "1020", StringComparison.Ordinal), text[202..], "\u5168\u9280" + text],
            async it => Assert.Equal("STATEMENT_UNREADABLE", (await Read(it)).Refusals[0].Code));
    }

    private static Task<Statement> Read(string text) => ZenginStatement.Read(new StringReader(text), Today, CancellationToken.None);
}
