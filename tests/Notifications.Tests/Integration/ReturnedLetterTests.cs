using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

[Trait("Category", "Servers")]
public sealed class ReturnedLetterTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly End = TimeProvider.System.Today().AddMonths(4).AddDays(-20);

    private readonly NotificationsApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_letter_that_comes_back_is_entered_by_its_number_and_the_report_explains_it_G2()
    {
        using var desk = _app.As(TestTokens.For(Roles.PrefectureStaff, association: "13"));
        var (number, batch) = await Printed(desk);
        var early = await Return(desk, number);
        await desk.PostAsync($"{batch}/dispatch", null);
        var (before, back, again, after) = (await Explained(), await Return(desk, number), await Return(desk, number.Insert(3, "-")), await Explained());
        var letters = (await desk.GetFromJsonAsync<JsonObject>("/letters?state=returned"))?["letters"]?.AsArray() ?? [];

        Assert.Equal((HttpStatusCode.Conflict, "LETTER_NOT_POSTED"), early);
        Assert.Equal([(HttpStatusCode.OK, string.Empty), (HttpStatusCode.OK, string.Empty)], [back, again]);
        Assert.Equal((0, 1), (before, after));
        Assert.Equal((number, "returned", "ADDRESS_WRONG"), ($"{letters[0]?["letterNumber"]}", $"{letters[0]?["state"]}", $"{letters[0]?["code"]}"));
        Assert.Equal(NoticeState.Returned, (await _app.Card($"letter_number = '{number}'"))?.State);
    }

    [Fact]
    public async Task A_number_of_another_association_is_unknown_and_a_slip_is_refused()
    {
        using var desk = _app.As(TestTokens.For(Roles.PrefectureStaff, association: "13"));
        using var other = _app.As(TestTokens.For(Roles.PrefectureStaff, association: "27"));
        var (number, batch) = await Printed(desk);
        await desk.PostAsync($"{batch}/dispatch", null);

        Assert.Equal((HttpStatusCode.NotFound, "LETTER_UNKNOWN"), await Return(other, number));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "LETTER_NUMBER_UNREADABLE"), await Return(desk, number[..^1]));
    }

    [Fact]
    public async Task The_number_stands_on_the_page_and_in_the_file()
    {
        using var desk = _app.As(TestTokens.For(Roles.PrefectureStaff, association: "13"));
        var (number, batch) = await Printed(desk);

        Assert.Contains(number, await desk.GetStringAsync($"{batch}.html"), StringComparison.Ordinal);
        Assert.Contains(number, await desk.GetStringAsync($"{batch}.csv"), StringComparison.Ordinal);
    }

    private async Task<(string Number, string Batch)> Printed(HttpClient desk)
    {
        await _app.RunFor(Holder.NonMember(End) with { WorkplacePrefecture = "13" }, email: null);
        await NotificationsApp.Eventually(() => _app.Card("state = 'LetterOrdered' and association = '13'"));
        using var printed = await desk.PostAsync("/letter-batches", null);
        var card = await _app.Card("state = 'LetterPrinted' and association = '13'");

        return (card?.LetterNumber ?? string.Empty, $"{printed.Headers.Location}");
    }

    private static async Task<(HttpStatusCode Status, string Code)> Return(HttpClient desk, string number)
    {
        using var answer = await desk.PostAsJsonAsync("/returned-letters", new { number });
        return (answer.StatusCode, $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())?["code"]}");
    }

    private async Task<int> Explained()
    {
        using var jma = _app.As(TestTokens.For(Roles.JmaStaff, association: "JMA"));
        var report = await jma.GetFromJsonAsync<JsonObject>("/coverage");
        Assert.Equal(0, report?["unexplained"]?.GetValue<int>());
        return (report?["counts"]?.AsArray() ?? []).Count(it => $"{it?["outcome"]} {it?["code"]}" == "explained ADDRESS_WRONG");
    }
}
