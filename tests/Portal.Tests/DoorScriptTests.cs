using System.Text.Json;
using Microsoft.Playwright;

namespace Mamis.Portal.Tests;

/// <summary>The organizer's device in a hall without network (G5).</summary>
[Trait("Category", "Servers")]
public sealed class DoorScriptTests(LookTests.Chromium chromium) : IClassFixture<LookTests.Chromium>
{
    [Fact]
    public async Task What_is_scanned_without_network_is_kept_and_sent_once_when_there_is_one()
    {
        var batches = new List<JsonElement>();
        var isAway = true;
        await using var context = await chromium.Open("organizer", 1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/door/check-ins", route =>
        {
            if (isAway)
            {
                return route.AbortAsync();
            }

            var batch = JsonElement.Parse(route.Request.PostData ?? "{}");
            batches.Add(batch);
            var results = batch.GetProperty("checkIns").EnumerateArray().Select(it => new { id = it.GetProperty("id").GetString(), result = "recorded", familyName = "架空", givenName = "花子" });
            return route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(new { results }) });
        });
        await page.GotoAsync(Doors.Address);

        foreach (var pass in new[] { "FIRST", "SECOND" })
        {
            await page.Locator("#pass").FillAsync(pass);
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#door-said").GetByText(Words.Say("door.kept")).WaitForAsync();
        }

        // Closed and opened again, the device still has them.
        await page.ReloadAsync();
        isAway = false;
        await page.EvaluateAsync("() => window.dispatchEvent(new Event('online'))");
        await page.Locator("#door-said").GetByText("架空 花子").WaitForAsync();
        await page.Locator("#pass").FillAsync("THIRD");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(it => it.startsWith('mamis-door') && JSON.parse(localStorage[it]).waiting.length)");

        var sent = batches.SelectMany(it => it.GetProperty("checkIns").EnumerateArray()).ToArray();
        Assert.Equal(["FIRST", "SECOND", "THIRD"], sent.Select(it => it.GetProperty("pass").GetString()));
        Assert.Equal(3, sent.Select(it => it.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal([true, true, false], sent.Select(it => it.TryGetProperty("at", out _)));
        Assert.All(batches, it => Assert.True(it.TryGetProperty("now", out _) && it.TryGetProperty("deviceId", out _)));
    }
}
