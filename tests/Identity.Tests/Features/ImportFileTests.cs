using Mamis.Identity.Features.Import;
using Mamis.Identity.Tests.Support;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Identity.Tests.Features;

public sealed class ImportFileTests
{
    private static readonly string Header = string.Join(',', Invented.Fields().Keys);
    private static readonly string Row = string.Join(',', Invented.Fields().Values);

    [Fact]
    public async Task Columns_may_stand_in_any_order()
    {
        var fields = Invented.Fields().Reverse().ToList();
        var file = await Read($"{string.Join(',', fields.Select(it => it.Key))}\n{string.Join(',', fields.Select(it => it.Value))}\n");

        Assert.Equal("123456", Assert.Single(file.Lines).Fields?["licenceNumber"]);
    }

    [Fact]
    public async Task Every_column_that_is_missing_unknown_or_twice_is_named()
    {
        var file = await Read(Header.Replace("email", "mail", StringComparison.Ordinal).Replace("jma", "county", StringComparison.Ordinal));

        Assert.Equal(
            [("COLUMN_MISSING", "email"), ("COLUMN_MISSING", "jma"), ("COLUMN_UNKNOWN", "unknown column 1"), ("COLUMN_TWICE", "county")],
            file.Refusals.Select(it => (it.Code, it.Subject)));
    }

    [Fact]
    public async Task A_row_of_another_length_or_with_a_stray_quote_is_the_only_one_lost()
    {
        var file = await Read($"{Header}\n{Row}\n{Row},more\n{Row}\n{Row.Replace("太郎", "太\"郎", StringComparison.Ordinal)}\n{Row}\n");

        Assert.Equal([true, false, true, false, true], file.Lines.Select(it => it.Fields is not null));
    }

    [Fact]
    public async Task A_quoted_field_may_hold_commas_quotes_and_line_breaks()
    {
        var file = await Read($"{Header}\n{Row.Replace("架空都見本区", "\"架空都\n見本区,\"\"1\"\"番地\"", StringComparison.Ordinal)}\n");

        Assert.Equal("架空都\n見本区,\"1\"番地", Assert.Single(file.Lines).Fields?["address"]);
    }

    [Fact]
    public async Task A_quote_that_never_closes_makes_the_file_unreadable()
    {
        var file = await Read($"{Header}\n{Row.Replace("太郎", "\"太郎", StringComparison.Ordinal)}\n{Row}\n{Row}\n");

        Assert.Equal(["FILE_UNREADABLE"], file.Refusals.Select(it => it.Code));
        Assert.Empty(file.Lines);
    }

    [Fact]
    public async Task An_endless_line_is_refused_before_it_fills_the_memory()
    {
        var file = await Read($"{Header}\n\"{new string('x', 1_000_000)}");

        Assert.Equal(["FILE_UNREADABLE"], file.Refusals.Select(it => it.Code));
    }

    [Theory]
    [InlineData(ImportFile.MostRows, 0)]
    [InlineData(ImportFile.MostRows + 1, 1)]
    public async Task A_file_has_at_most_20000_rows(int rows, int refusals)
    {
        var file = await Read($"{Header}\n{string.Concat(Enumerable.Repeat($"{Row}\n", rows))}");

        Assert.Equal(refusals, file.Refusals.Count(it => it.Code == "TOO_MANY_ROWS"));
    }

    private static async Task<CsvUpload> Read(string text)
    {
        using var reader = new StringReader(text);
        return await CsvUpload.Read(reader, ImportFile.Form, CancellationToken.None);
    }
}
