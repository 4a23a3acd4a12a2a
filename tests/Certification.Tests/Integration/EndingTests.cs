using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Contracts.Identity;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Which certificates end in a period, counted by month and scheme, for the desk that reaches their holders.</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class EndingTests(CertificationApp app) : IAsyncLifetime
{
    private static int _counties = 100;

    private static readonly DateOnly First = new(2041, 4, 1);
    private static readonly DateOnly Last = new(2041, 5, 31);

    /// <summary>A county of this test alone, so that what other tests invent does not count.</summary>
    private readonly string _county = $"46-{Interlocked.Increment(ref _counties)}";

    private HttpClient County => app.As(Guid.CreateVersion7(), Roles.CountyStaff, _county);

    public async Task InitializeAsync()
    {
        await Holder(First.AddDays(-1), "Occupational");
        await Holder(First, "Occupational");
        await Holder(new(2041, 4, 30), "Occupational");
        await Holder(new(2041, 4, 30), "Sports", number: "=HYPERLINK(1)");
        await Holder(Last, "Sports");
        await Holder(Last.AddDays(1), "Sports");
        await Eventually.Get(async () => (await Read(County, First.AddDays(-1), Last.AddDays(1))).GetProperty("certificates").GetArrayLength() == 6 ? "all" : null);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task They_are_counted_by_month_and_scheme_and_both_days_belong_to_the_period()
    {
        var ending = await Read(County, First, Last);
        var counts = ending.GetProperty("counts").EnumerateArray().Select(it => $"{it.GetProperty("month")} {it.GetProperty("scheme")} {it.GetProperty("number")}");

        Assert.Equal(["2041-04 occupational 2", "2041-04 sports 1", "2041-05 sports 1"], counts);
        Assert.Equal(
            ["2041-04-01", "2041-04-30", "2041-04-30", "2041-05-31"],
            ending.GetProperty("certificates").EnumerateArray().Select(it => it.GetProperty("validTo").GetString()));
    }

    [Fact]
    public async Task A_prefecture_asks_for_a_county_of_its_own_and_a_county_for_no_other_D4()
    {
        var prefecture = app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "46");

        Assert.Equal(4, (await Read(prefecture, First, Last, $"&association={_county}")).GetProperty("certificates").GetArrayLength());
        Assert.Equal(4, (await Read(app.As(Guid.CreateVersion7(), Roles.JmaStaff, "JMA"), First, Last, $"&association={_county}")).GetProperty("certificates").GetArrayLength());
        Assert.Equal((403, "ASSOCIATION_OUT_OF_REACH"), await County.IsRefusedReading("/certificates/ending?association=46"));
        Assert.Equal((403, "ASSOCIATION_OUT_OF_REACH"), await prefecture.IsRefusedReading("/certificates/ending.csv?association=45-001"));
        Assert.Equal(0, (await Read(app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "45"), First, Last)).GetProperty("counts").GetArrayLength());
    }

    [Fact]
    public async Task A_member_belongs_to_the_county_and_not_to_the_prefecture_of_the_workplace()
    {
        var workplace = app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "13");

        Assert.Equal(0, (await Read(workplace, First, Last)).GetProperty("certificates").GetArrayLength());
        await Holder(First, "Sports", member: false);
        await Eventually.Get(async () => (await Read(workplace, First, Last)).GetProperty("certificates").GetArrayLength() > 0 ? "seen" : null);
    }

    [Fact]
    public async Task The_file_holds_every_line_and_no_formula()
    {
        var file = await County.GetStringAsync($"/certificates/ending.csv?from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}");
        var lines = file.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("number,scheme,validTo,graceUntil,lapsedOn,association,suspended", lines[0]);
        Assert.Equal(5, lines.Length);
        Assert.DoesNotContain(lines, it => it.StartsWith('=') || it.StartsWith("\"=", StringComparison.Ordinal));
        Assert.Contains(lines, it => it.Contains("=HYPERLINK(1)", StringComparison.Ordinal) && it.EndsWith($",sports,2041-04-30,,,{_county},no", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_are_read_page_by_page_without_one_twice_or_left_out()
    {
        for (var i = 0; i < 101; i++)
        {
            await Holder(new(2042, 1, 1 + (i % 2)), "Sports");
        }

        await Eventually.Get(async () => Numbers(await Read(County, new(2042, 1, 1), new(2042, 1, 2)), "counts", "number").Sum(int.Parse) == 101 ? "all" : null);
        var first = await Read(County, new(2042, 1, 1), new(2042, 1, 2));
        var second = await Read(County, new(2042, 1, 1), new(2042, 1, 2), $"&cursor={first.GetProperty("next").GetString()}");

        Assert.Equal(101, Numbers(first, "certificates", "id").Concat(Numbers(second, "certificates", "id")).Distinct().Count());
        Assert.Equal(1, second.GetProperty("certificates").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("from=2041-04-02&to=2041-04-01", "PERIOD_UNUSABLE")]
    [InlineData("from=2041-04-01&to=2051-04-02", "PERIOD_UNUSABLE")]
    [InlineData("from=2041-04-02&to=2041-04-01&cursor=x", "PERIOD_UNUSABLE FIELD_INVALID")]
    public async Task A_question_that_cannot_be_answered_is_refused_with_everything_wrong(string query, string codes) =>
        Assert.Equal((422, codes), await County.IsRefusedReading($"/certificates/ending?{query}"));

    private static IEnumerable<string> Numbers(JsonElement ending, string list, string field) =>
        ending.GetProperty(list).EnumerateArray().Select(it => it.GetProperty(field).ToString());

    private static Task<JsonElement> Read(HttpClient client, DateOnly from, DateOnly to, string more = "") =>
        client.GetFromJsonAsync<JsonElement>($"/certificates/ending?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}{more}");

    private async Task Holder(DateOnly validTo, string scheme, string? number = null, bool member = true)
    {
        var id = Guid.CreateVersion7();
        await app.Publish(new StandingChanged
        {
            PhysicianId = id,
            Version = 2,
            County = member ? _county : null,
            Prefecture = member ? "46" : null,
            Jma = member,
            WorkplacePrefecture = "13",
            OccurredAt = default,
        });
        await app.Publish(new CertificateOnRecord
        {
            PhysicianId = id,
            Scheme = scheme,
            Number = number ?? $"E{id:n}",
            ValidFrom = validTo.AddYears(-5).AddDays(1),
            ValidTo = validTo,
            OccurredAt = default,
        });
    }
}
