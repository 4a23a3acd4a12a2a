using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using OtpNet;

namespace Mamis.Story;

/// <summary>Somebody at the gateway: a browser with its session cookie, or a machine with its token.</summary>
public sealed class Actor : IDisposable
{
    private readonly HttpClient _http;

    public Actor(string name, Uri gateway)
    {
        Name = name;
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = gateway };
        _http.DefaultRequestHeaders.Add("X-Mamis-Request", "1");
        _http.DefaultRequestHeaders.Accept.Add(new("application/json"));
    }

    public string Name { get; }

    /// <summary>Logs in as a person; answers the step that is asked for next, or null.</summary>
    public async Task<string?> LogIn(string login, string password, CancellationToken cancellation)
    {
        using var answer = await _http.PostAsJsonAsync("/session", new { login, password }, cancellation);
        TakeCookie(answer);
        var body = await Read(answer, cancellation);

        return answer.StatusCode switch
        {
            HttpStatusCode.NoContent => null,
            HttpStatusCode.OK => body?["next"]?.GetValue<string>(),
            _ => throw Unexpected("POST /session", answer.StatusCode, body),
        };
    }

    public async Task LogIn(Login login, TimeProvider clock, CancellationToken cancellation)
    {
        if (await LogIn(login.Name, login.Password, cancellation) == "totp")
        {
            var code = new Totp(Base32Encoding.ToBytes(login.TotpSecret)).ComputeTotp(clock.GetUtcNow().UtcDateTime);
            await Send(HttpMethod.Post, "/session/totp", new { code }, cancellation);
        }
    }

    /// <summary>Logs in as a machine, with OAuth 2 client credentials.</summary>
    public async Task LogIn(Client client, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.Id,
            ["client_secret"] = client.Secret,
        });
        using var answer = await _http.PostAsync(new Uri("/api/identity/token", UriKind.Relative), form, cancellation);
        var token = (await Succeeded("POST /api/identity/token", answer, cancellation))?["access_token"]?.GetValue<string>();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<JsonNode?> Get(string path, CancellationToken cancellation) => Send(HttpMethod.Get, path, null, cancellation);

    public Task<JsonNode?> Post(string path, object body, CancellationToken cancellation) => Send(HttpMethod.Post, path, body, cancellation);

    public async Task<JsonNode?> PostCsv(string path, string csv, string? idempotencyKey, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };

        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var answer = await _http.SendAsync(request, cancellation);
        return await Succeeded($"POST {path}", answer, cancellation);
    }

    public async Task<JsonNode?> PostFile(string path, string kind, byte[] file, string fileName, string type, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new(type) } };
        using var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { content, "file", fileName } };
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form, cancellation);
        return await Succeeded($"POST {path}", answer, cancellation);
    }

    public async Task<JsonNode?> PostForm(
        string path, Dictionary<string, string> fields, (string Field, byte[] Content, string Name) file, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent();

        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(file.Content), file.Field, file.Name);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form, cancellation);
        return await Succeeded($"POST {path}", answer, cancellation);
    }

    public async Task<string> Download(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);

        return answer.IsSuccessStatusCode ? text : throw Unexpected($"{method} {path}", answer.StatusCode, text);
    }

    /// <summary>A page as a person sees it: its text, entities resolved.</summary>
    public async Task<string> Page(string path, CancellationToken cancellation) =>
        WebUtility.HtmlDecode(await Download(HttpMethod.Get, path, null, cancellation));

    /// <summary>Sends what should be refused and answers the codes of the refusal.</summary>
    public async Task<IReadOnlyList<string>> Refused(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request, cancellation);
        var problem = await Read(answer, cancellation);

        return answer.IsSuccessStatusCode
            ? throw Unexpected($"{method} {path} (should be refused)", answer.StatusCode, problem)
            : [.. (problem?["refusals"]?.AsArray() ?? []).Select(it => it?["code"]?.GetValue<string>() ?? "?")];
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode?> Send(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request, cancellation);
        return await Succeeded($"{method} {path}", answer, cancellation);
    }

    private async Task<JsonNode?> Succeeded(string what, HttpResponseMessage answer, CancellationToken cancellation)
    {
        TakeCookie(answer);
        var body = await Read(answer, cancellation);
        return answer.IsSuccessStatusCode ? body : throw Unexpected(what, answer.StatusCode, body);
    }

    private void TakeCookie(HttpResponseMessage answer)
    {
        // The cookie is Secure, as the __Host- prefix demands; a cookie container would not send it over plain loopback.
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            _http.DefaultRequestHeaders.Remove("Cookie");
            _http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(it => it.Split(';')[0])));
        }
    }

    private static async Task<JsonNode?> Read(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true ? JsonNode.Parse(text) : null;
    }

    private StoryDiffersException Unexpected(string what, HttpStatusCode status, object? body) =>
        new($"{Name}: {what} answered {(int)status} {body}");
}
