using System.Text.Json.Serialization;
using Mamis.Certification.Domain;
using Mamis.Certification.Features.Paper;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Badges;

/// <summary>Who issues the badges and with which keys: an Open Badges profile and a controlled identifier document in one.</summary>
public sealed record IssuerDocument(
    [property: JsonPropertyName("@context")] IReadOnlyList<string> Context, string Id, IReadOnlyList<string> Type, string Name, string Url,
    IReadOnlyList<IssuerDocument.Method> VerificationMethod, IReadOnlyList<string> AssertionMethod)
{
    private const string Cached = "public, max-age=3600";

    public sealed record Method(string Id, string Controller, SnapshotKeys.PublicKey PublicKeyJwk, string Type = "JsonWebKey");

    public static async Task<Ok<IssuerDocument>> Get(SnapshotKeys keys, BadgeAddresses addresses, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = Cached;
        var profile = OpenBadge.IssuerOf(addresses);
        Method[] methods = [.. (await keys.Published(cancellation)).Select(it => new Method(addresses.Key(it.Kid), addresses.Issuer, it))];

        return TypedResults.Ok(new IssuerDocument(
            ["https://www.w3.org/ns/cid/v1", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            profile.Id, profile.Type, profile.Name, profile.Url, methods, [.. methods.Select(it => it.Id)]));
    }

    /// <summary>One key by the address that a signature names.</summary>
    public static async Task<Results<Ok<SnapshotKeys.PublicKey>, ProblemHttpResult>> Key(
        string kid, SnapshotKeys keys, HttpResponse response, CancellationToken cancellation)
    {
        if ((await keys.Published(cancellation)).FirstOrDefault(it => it.Kid == kid) is not { } key)
        {
            return Refusals.KeyUnknown.ToProblem();
        }

        response.Headers.CacheControl = Cached;

        return TypedResults.Ok(key);
    }

    /// <summary>What a badge of a scheme stands for.</summary>
    public static Results<Ok<OpenBadge.Achieved>, ProblemHttpResult> Achievement(string scheme, BadgeAddresses addresses, HttpResponse response)
    {
        if (Codes.Find<Scheme>(scheme) is not { } known)
        {
            return Refusals.AchievementUnknown.ToProblem();
        }

        response.Headers.CacheControl = Cached;

        return TypedResults.Ok(OpenBadge.AchievementOf(known, addresses));
    }
}
