using System.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mamis.AppHost.Tests.StandIns;

/// <summary>A service that tells its environment, is healthy once its gate file exists, and says so in its log.</summary>
public static class WebProgram
{
    public static async Task Run(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        var gate = app.Configuration["Gate"];

        app.MapGet("/health", () => gate is null || File.Exists(gate) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/environment", () => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(it => (string)it.Key, it => it.Value as string));

        await app.RunAsync();
    }
}
