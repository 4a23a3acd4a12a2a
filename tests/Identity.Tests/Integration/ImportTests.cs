using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Mamis.EventStore;
using Mamis.Identity.Tests.Support;

namespace Mamis.Identity.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class ImportTests(IdentityApp app) : IClassFixture<IdentityApp>, IAsyncLifetime, IDisposable
{
    private HttpClient _jma = new();

    public async Task InitializeAsync() => (_jma, _) = await app.Staff("jma");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _jma.Dispose();

    [Fact]
    public async Task A_dry_run_says_what_the_import_then_does_and_stores_nothing()
    {
        var (good, conflicting) = (ImportRows.NewNumber(), ImportRows.NewNumber());
        await _jma.Import(ImportRows.File(ImportRows.Member(conflicting)));
        var other = ImportRows.Member(conflicting);
        other["birthDate"] = "1980-01-01";
        var file = ImportRows.File(ImportRows.Member(good), other, ImportRows.Member("x"), ImportRows.Member(good));

        var before = await Events();
        var dry = await _jma.Import(file, dryRun: true);
        Assert.Equal(before, await Events());
        var real = await _jma.Import(file);

        Assert.Equal("1:new 2:refused:CONFLICT_WITH_OTHER_PERSON 3:refused:LICENCE_NUMBER_INVALID 4:refused:DUPLICATE_IN_FILE", Told(dry));
        Assert.Equal(Told(dry), Told(real));
        Assert.Equal("4 1 0 0 3", Counts(real));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_changed_row_only_itself()
    {
        var (one, two) = (ImportRows.Member(ImportRows.NewNumber()), ImportRows.NonMember(ImportRows.NewNumber()));
        await _jma.Import(ImportRows.File(one, two));
        var before = await Events();
        Assert.Equal("2 0 0 2 0", Counts(await _jma.Import(ImportRows.File(one, two))));
        Assert.Equal(before, await Events());

        one["familyName"] = "改姓";
        Assert.Equal("2 0 1 1 0", Counts(await _jma.Import(ImportRows.File(one, two))));
        Assert.Equal(before + 1, await Events());
    }

    [Fact]
    public async Task A_file_in_Shift_JIS_is_read_when_its_charset_says_so_and_refused_otherwise()
    {
        var number = ImportRows.NewNumber();
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(932) ?? Encoding.UTF8).GetBytes(ImportRows.File(ImportRows.Member(number)));

        using var wrong = await Post(bytes, "text/csv");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FILE_UNREADABLE"), await wrong.Problem());
        using var unknown = await Post(bytes, "text/csv; charset=utf-7");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CHARSET_UNKNOWN"), await unknown.Problem());
        using var right = await Post(bytes, "text/csv; charset=Shift_JIS");
        Assert.Equal("1 1 0 0 0", Counts(await right.Json()));
    }

    [Fact]
    public async Task What_is_no_text_at_all_is_one_clear_refusal()
    {
        using var zip = await Post([0x50, 0x4b, 3, 4, .. Enumerable.Range(0, 2_000).Select(i => (byte)(i * 37))], "text/csv");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FILE_UNREADABLE"), await zip.Problem());
        using var json = await Post("{}"u8.ToArray(), "application/json");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "FILE_TYPE_WRONG"), await json.Problem());
    }

    [Fact]
    public async Task While_one_import_runs_another_waits_its_turn()
    {
        await using var running = await Leadership.TryTake(app.Source, "identity:import", CancellationToken.None);
        using var second = await Post(Encoding.UTF8.GetBytes(ImportRows.File(ImportRows.Member(ImportRows.NewNumber()))), "text/csv");

        Assert.Equal((HttpStatusCode.Conflict, "IMPORT_RUNNING"), await second.Problem());
    }

    [Fact]
    public async Task The_email_address_of_an_active_my_page_is_the_physician_s_own()
    {
        var row = ImportRows.With(new() { ["licenceNumber"] = "900001", ["familyName"] = "見本田", ["givenName"] = "会子", ["birthDate"] = "1975-04-12" });
        row["email"] = "register@example.invalid";
        await _jma.Import(ImportRows.File(row));
        await using var connection = await app.Source.OpenConnectionAsync();

        Assert.Equal("member@example.invalid", await connection.ExecuteScalarAsync<string>("select email from person where licence_number = '900001'"));
    }

    [Fact]
    public async Task No_event_carries_personal_data()
    {
        await _jma.Import(ImportRows.File(ImportRows.Member(ImportRows.NewNumber())));
        await using var connection = await app.Source.OpenConnectionAsync();

        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(
            "select count(*) from mt_events where data::text ~ '太郎|カクウ|1979-03-09|example.invalid|見本区'"));
    }

    private async Task<HttpResponseMessage> Post(byte[] bytes, string type)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await _jma.PostAsync(new Uri("/imports/physicians", UriKind.Relative), content);
    }

    private async Task<long> Events()
    {
        await using var connection = await app.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from mt_events");
    }

    private static string Counts(JsonNode report) =>
        string.Join(' ', new[] { "rows", "new", "changed", "unchanged", "refused" }.Select(it => report[it]?.ToString()));

    private static string Told(JsonNode report) => string.Join(' ', (report["results"]?.AsArray() ?? []).Select(it =>
        string.Join(':', new[] { it?["row"]?.ToString(), it?["result"].Text() }.Concat(it?["codes"]?.AsArray().Select(code => code.Text()) ?? []))));
}
