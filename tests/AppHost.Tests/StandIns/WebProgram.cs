using System.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mamis.AppHost.Tests.StandIns;

/// <summary>A service that tells its environment, is healthy once its gate file exists, and says so in its log.</summary>
public static class WebProgram
{
    public static async Task Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        var gate = app.Configuration["Gate"];
        app.Logger.LogWarning("Healthy only with the file {Gate}", gate);

        app.MapGet("/health", () => gate is null || File.Exists(gate) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/environment", () => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(it => (string)it.Key, it => it.Value as string));

        await app.RunAsync();
    }
}
