using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mamis.Certification.Features.Lapses;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.Certification.Tests.Integration;

/// <summary>Sweeps as a scheduler does that was given the scope.</summary>
public static class Sweeps
{
    public static HttpClient Scheduler(this CertificationApp app) => app.As(Guid.CreateVersion7(), Roles.Scheduler, scope: SweepLapses.Scope);

    /// <summary>Asks again while the sweep of the host's start is under way.</summary>
    public static async Task<JsonElement> Sweep(this CertificationApp app, DateOnly asOf)
    {
        using var scheduler = app.Scheduler();
        using var answer = await Eventually.Get(async () =>
            await scheduler.PostAsJsonAsync("/sweeps", new { asOf }) is { StatusCode: not HttpStatusCode.Conflict } it ? it : null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
