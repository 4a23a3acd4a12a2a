using System.Text;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Tests.Domain;

public sealed class LedgerExportTests
{
    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-2", "'-2")]
    [InlineData("@x", "'@x")]
    [InlineData("+x,\"y\"", "\"'+x,\"\"y\"\"\"")]
    [InlineData("研修, その1", "\"研修, その1\"")]
    [InlineData("研修", "研修")]
    public async Task A_cell_is_text_for_every_spreadsheet(string title, string cell)
    {
        var table = await Table(title);

        Assert.Contains($",mamis,{cell},", Encoding.UTF8.GetString(table), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_begins_with_the_mark_of_UTF8()
    {
        var table = await Table("x");

        Assert.True(table.AsSpan().StartsWith(Encoding.UTF8.Preamble));
    }

    private static Task<byte[]> Table(string title) =>
        LedgerExport.Table(new(Guid.Empty, AsKnownOn: null, [new LedgerLine { TrainingTitle = title }], []), CancellationToken.None);
}
