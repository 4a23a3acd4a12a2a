using System.Net;
using System.Text.Json;

namespace Mamis.Portal.Gateway;

/// <summary>The portal's only way to anything: the same addresses as everybody's, in the name of the reader's session.</summary>
public sealed class GatewayClient(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    public Task<Reply<T>> Get<T>(string path, CancellationToken cancellation = default)
        where T : class => Send<T>(new(HttpMethod.Get, path), cancellation);

    public Task<Reply<T>> Post<T>(string path, object body, CancellationToken cancellation = default)
        where T : class => Send<T>(new(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) }, cancellation);

    public Task<Reply<Done>> Post(string path, object body, CancellationToken cancellation = default) => Post<Done>(path, body, cancellation);

    public Task<Reply<T>> Post<T>(string path, HttpContent content, CancellationToken cancellation = default)
        where T : class => Send<T>(new(HttpMethod.Post, path) { Content = content }, cancellation);

    public Task<Reply<Done>> Put(string path, object body, CancellationToken cancellation = default) =>
        Send<Done>(new(HttpMethod.Put, path) { Content = JsonContent.Create(body, options: Json) }, cancellation);

    public Task<Reply<Done>> Put(string path, HttpContent content, CancellationToken cancellation = default) =>
        Send<Done>(new(HttpMethod.Put, path) { Content = content }, cancellation);

    public Task<Reply<Done>> Delete(string path, CancellationToken cancellation = default) => Send<Done>(new(HttpMethod.Delete, path), cancellation);

    /// <summary>The answer itself, for what the pages pass on: cookies of a new session, documents.</summary>
    public Task<HttpResponseMessage> Raw(HttpRequestMessage request, CancellationToken cancellation = default) =>
        http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);

    private async Task<Reply<T>> Send<T>(HttpRequestMessage request, CancellationToken cancellation)
        where T : class
    {
        using (request)
        {
            try
            {
                using var answer = await http.SendAsync(request, cancellation);

                return answer.StatusCode switch
                {
                    HttpStatusCode.Unauthorized => throw new SessionOverException(),
                    _ when answer.IsSuccessStatusCode => new(await Read<T>(answer, cancellation), Problem: null),
                    _ => new(Value: null, await ProblemOf(answer, cancellation)),
                };
            }
            catch (Exception e) when (e is HttpRequestException or TimeoutException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                return new(Value: null, Problem.Of(Problem.Away));
            }
        }
    }

    private static async Task<T?> Read<T>(HttpResponseMessage answer, CancellationToken cancellation)
        where T : class =>
        typeof(T) == typeof(Done) ? Done.Instance as T : await answer.Content.ReadFromJsonAsync<T>(Json, cancellation);

    /// <summary>The problem the service gave; an answer that is none is told by its status.</summary>
    public static async Task<Problem> ProblemOf(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<Problem>(Json, cancellation);
            return problem is { Refusals.Count: > 0 } ? problem : Problem.Of(problem?.Code ?? "FAULT");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return Problem.Of(answer.StatusCode >= HttpStatusCode.BadGateway ? Problem.Away : "FAULT");
        }
    }
}
