using System.Security.Cryptography;
using Mamis.Kernel;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Mamis.ServiceDefaults;

/// <summary>A call repeated under the same <c>Idempotency-Key</c> has one effect and gets the first answer again (draft-ietf-httpapi-idempotency-key-header).</summary>
/// <remarks>Kept for 24 hours. The call under way holds a lock of its database connection, so nothing is left behind when its process dies.</remarks>
public sealed class Idempotency(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    private static readonly Refusal Unusable = new(
        "IDEMPOTENCY_KEY_INVALID", $"The key has 1 to {LongestKey} printable characters; a UUID does well.", RefusalKind.Invalid, Header);

    private static readonly Refusal InProgress = new(
        "REQUEST_IN_PROGRESS", "The first call with this key is still being worked on. Ask again in a moment.", Subject: Header);

    private static readonly Refusal Reused = new(
        "IDEMPOTENCY_KEY_REUSED", "This key was used with other content. Take a new key for a new request.", RefusalKind.Invalid, Header);

    /// <summary>Marks the routes that honour the header.</summary>
    public sealed record Honoured;

    public Task Invoke(HttpContext context, IServiceProvider services)
    {
        var key = context.Request.Headers[Header].ToString();

        if (key.Length == 0 || context.GetEndpoint()?.Metadata.GetMetadata<Honoured>() is null)
        {
            return next(context);
        }

        return key.Length > LongestKey || key.Any(it => it is < ' ' or > '~')
            ? Unusable.ToProblem().ExecuteAsync(context)
            : Once(context, key, (NpgsqlDataSource?)services.GetService(typeof(NpgsqlDataSource))
                ?? throw new InvalidOperationException("Idempotent routes need the service's database."));
    }

    private async Task Once(HttpContext context, string key, NpgsqlDataSource database)
    {
        var cancellation = context.RequestAborted;
        var scope = $"{context.User.Subject()} {context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
        var fingerprint = await Fingerprint(context.Request, cancellation);
        await using var ledger = await IdempotencyRecord.Lock(database, scope, key, cancellation);

        if (ledger is null)
        {
            await InProgress.ToProblem().ExecuteAsync(context);
        }
        else if (await ledger.Begin(fingerprint, cancellation) is var known && known.IsOther)
        {
            await Reused.ToProblem().ExecuteAsync(context);
        }
        else if (known.Answer is { } answer)
        {
            await answer.Repeat(context.Response, cancellation);
        }
        else
        {
            await Work(context, ledger);
        }
    }

    private async Task Work(HttpContext context, IdempotencyRecord ledger)
    {
        var response = context.Response;
        var wire = response.Body;
        using var copy = new MemoryStream();
        response.Body = copy;

        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        // What is done is remembered even when the caller has gone meanwhile; faults may be tried again.
        if (response.StatusCode < StatusCodes.Status500InternalServerError)
        {
            await ledger.Remember(StoredAnswer.Of(response, copy), CancellationToken.None);
        }

        copy.Position = 0;
        await copy.CopyToAsync(wire, context.RequestAborted);
    }

    private static async Task<byte[]> Fingerprint(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body, cancellation);
        request.Body.Position = 0;
        return hash;
    }
}
