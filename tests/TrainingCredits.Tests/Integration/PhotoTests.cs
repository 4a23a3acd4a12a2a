using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Photos of the paper handbook: sent with a declared line, encrypted, seen by the desk beside it.</summary>
[Trait("Category", "Servers")]
public sealed class PhotoTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    private static readonly byte[] Jpeg = [0xff, 0xd8, 0xff, 0xe0, .. "a page of the handbook"u8];

    [Fact]
    public async Task The_desk_sees_the_photo_beside_the_line_and_nobody_else_does()
    {
        var (person, entry) = await Declared();
        using var sent = await Send(person, entry, Jpeg);
        var address = sent.Headers.Location?.OriginalString;
        using var county = app.As(Roles.CountyStaff, "13-001");
        var line = (await (await county.GetAsync("/paper-credits?state=pending")).Body())["items"]?.AsArray().Single(it => it?["entryId"].Id() == entry);
        using var seen = await county.GetAsync(address);
        using var elsewhere = await app.As(Roles.CountyStaff, "13-002").GetAsync(address);
        using var colleague = await app.AsPhysician(Guid.CreateVersion7()).GetAsync(address);

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.EndsWith(line?["photos"]?[0]?["id"]?.ToString() ?? "none", address, StringComparison.Ordinal);
        Assert.Equal("image/jpeg", line?["photos"]?[0]?["mediaType"]?.GetValue<string>());
        Assert.Equal(Jpeg, await seen.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff"), (seen.Content.Headers.ContentDisposition?.DispositionType, seen.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (elsewhere.StatusCode, colleague.StatusCode));
    }

    [Fact]
    public async Task What_lies_in_the_database_is_not_the_photo()
    {
        var (person, entry) = await Declared();
        await Send(person, entry, Jpeg);
        await using var command = app.Database.CreateCommand($"select content from document where belongs_to = '{entry}'");
        var kept = Assert.IsType<byte[]>(await command.ExecuteScalarAsync());

        Assert.Equal(-1, kept.AsSpan().IndexOf("handbook"u8));
    }

    [Theory]
    [InlineData("", "DOCUMENT_EMPTY")]
    [InlineData("<html>", "DOCUMENT_TYPE_UNKNOWN")]
    public async Task What_is_no_photo_is_refused(string content, string code)
    {
        var (person, entry) = await Declared();
        using var answer = await Send(person, entry, System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, Code(await answer.Body())));
    }

    [Fact]
    public async Task A_decided_line_and_that_of_somebody_else_take_no_photo()
    {
        var (person, entry) = await Declared();
        var (other, _) = await Declared();
        using var foreign = await Send(other, entry, Jpeg);
        await app.As(Roles.CountyStaff, "13-001").PostAsync($"/ledgers/{person.Id.Value}/paper-credits/{entry}/verification", null);
        using var late = await Send(person, entry, Jpeg);

        Assert.Equal("ENTRY_UNKNOWN", Code(await foreign.Body()));
        Assert.Equal("PAPER_ALREADY_VERIFIED", Code(await late.Body()));
    }

    private async Task<(Person Person, Guid Entry)> Declared()
    {
        var person = Steps.Somebody();
        await app.Introduce(person);
        await app.Settle(person, "13-001", "13");
        var answer = await app.AsPhysician(person.Id.Value).PostAsJsonAsync(
            "/ledgers/me/paper-credits", new { date = "2024-09-01", category = "life-special", units = 3, training = "手帳の研修会" });

        return (person, (await answer.Body())["entryId"].Id());
    }

    private async Task<HttpResponseMessage> Send(Person person, Guid entry, byte[] content)
    {
        using var file = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
        using var form = new MultipartFormDataContent { { file, "file", "page.txt" } };

        return await app.AsPhysician(person.Id.Value).PostAsync($"/ledgers/me/paper-credits/{entry}/photos", form);
    }

    private static string? Code(JsonNode problem) => problem["refusals"]?[0]?["code"]?.GetValue<string>();
}
