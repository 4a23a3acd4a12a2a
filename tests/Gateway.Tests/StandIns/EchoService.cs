using System.Text.Json.Nodes;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mamis.Gateway.Tests.StandIns;

/// <summary>Answers with what reached it: path, headers, size of the body.</summary>
public sealed class EchoService : StandInHost
{
    public EchoService() => App.Run(Answer);

    private static async Task Answer(HttpContext context)
    {
        if (context.Request.Path == "/hang")
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Response.Headers.SetCookie = "planted=1";
        await context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["path"] = context.Request.Path.Value + context.Request.QueryString.Value,
            ["length"] = body.Length,
            ["headers"] = new JsonObject(context.Request.Headers.Select(it => KeyValuePair.Create<string, JsonNode?>(it.Key, it.Value.ToString()))),
        });
    }
}
