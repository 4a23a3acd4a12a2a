using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Mamis.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mamis.Notifications.Tests.Webhooks;

/// <summary>The server of an integrator, in several moods; remembers what it got.</summary>
internal sealed class WebhookReceiver : StandInHost
{
    public WebhookReceiver()
    {
        App.MapPost("/works", (HttpContext it) => Take(it, _ => Results.Ok()));
        App.MapPost("/fails-first", (HttpContext it) => Take(it, call => Results.StatusCode(Calls.Count(other => other.Id == call.Id) == 1 ? 500 : 200)));
        App.MapPost("/fails", (HttpContext it) => Take(it, _ => Results.StatusCode(503)));
        App.MapPost("/gone", (HttpContext it) => Take(it, _ => Results.StatusCode(410)));
        App.MapPost("/redirects", (HttpContext it) => Take(it, _ => Results.Redirect("/works", permanent: true, preserveMethod: true)));
        App.MapPost("/hangs", Hang);
        App.MapPost("/never-ends", Pour);
    }

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>How many answers were broken off by whoever asked.</summary>
    public int BrokenOff { get; private set; }

    public Uri At(string mood) => new($"{Address}/{mood}");

    private async Task Take(HttpContext context, Func<Call, IResult> answer)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var headers = context.Request.Headers;
        var call = new Call(
            context.Request.Path, $"{headers["webhook-id"]}", $"{headers["webhook-timestamp"]}", $"{headers["webhook-signature"]}",
            await reader.ReadToEndAsync(context.RequestAborted), [.. headers.Keys]);
        Calls.Enqueue(call);
        await answer(call).ExecuteAsync(context);
    }

    private async Task Hang(HttpContext context)
    {
        await Take(context, _ => Results.Empty);
        await UntilBrokenOff(context, _ => Task.CompletedTask);
    }

    private async Task Pour(HttpContext context)
    {
        await Take(context, _ => Results.Empty);
        await UntilBrokenOff(context, async it => await it.Response.WriteAsync(new string('x', 65_536), it.RequestAborted));
    }

    private async Task UntilBrokenOff(HttpContext context, Func<HttpContext, Task> doing)
    {
        try
        {
            while (true)
            {
                await doing(context);
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            BrokenOff++;
        }
    }

    /// <summary>What arrived.</summary>
    internal sealed record Call(string Path, string Id, string Timestamp, string Signatures, string Body, IReadOnlyList<string> Headers)
    {
        /// <summary>What the signature has to be, computed as an integrator would from the specification.</summary>
        public string SignedWith(string secret)
        {
            using var hmac = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
            return "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
        }
    }
}
