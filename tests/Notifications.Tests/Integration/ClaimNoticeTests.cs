using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mamis.Contracts.TrainingCredits;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Notifications.Tests.Integration;

/// <summary>A claim of a missing credit on the page of the organizer that is to answer it.</summary>
[Trait("Category", "Servers")]
public sealed class ClaimNoticeTests
{
    [Fact]
    public async Task The_organizer_finds_a_claim_once_however_often_the_message_comes()
    {
        await using var app = await NotificationsApp.Start();
        var claim = new ClaimMoved
        {
            ClaimId = Guid.CreateVersion7(),
            PhysicianId = Guid.CreateVersion7(),
            Status = "at-organizer",
            Desk = "ORG-001",
            AnswerBy = new(2026, 12, 6),
            OccurredAt = TimeProvider.System.GetUtcNow(),
        };
        using var organizer = app.As(TestTokens.For(Roles.Organizer, association: "ORG-001"));

        await app.Publish(claim);
        await NotificationsApp.Eventually(() => Inbox(organizer));
        await app.Publish(claim);
        await app.Publish(claim with { Status = "at-prefecture", Desk = "13" });
        using var prefecture = app.As(TestTokens.For(Roles.PrefectureStaff, association: "13"));
        var decides = await NotificationsApp.Eventually(() => Inbox(prefecture));
        var asked = Assert.Single(await Inbox(organizer) ?? []);

        Assert.Equal(("claim-at-organizer", $"{claim.ClaimId}"), ($"{asked?["kind"]}", $"{asked?["about"]}"));
        Assert.Equal("claim-at-prefecture", $"{Assert.Single(decides)?["kind"]}");
    }

    /// <summary>What is there; null while nothing is.</summary>
    private static async Task<JsonArray?> Inbox(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonObject>("/organisation-notices"))?["notices"]?.AsArray() is { Count: > 0 } notices ? notices : null;
}
