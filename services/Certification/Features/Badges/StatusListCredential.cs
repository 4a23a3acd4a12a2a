using System.Globalization;
using System.Text.Json.Serialization;
using Mamis.Certification.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Badges;

/// <summary>Which titles are lost or rest, as one bit each (Bitstring Status List 1.0): whoever checks a badge asks for 131,072 at once and names none.</summary>
public sealed record StatusListCredential(
    [property: JsonPropertyName("@context")] IReadOnlyList<string> Context, string Id, IReadOnlyList<string> Type, string Issuer,
    DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, StatusListCredential.Subject CredentialSubject)
{
    private const int CachedForSeconds = 300;

    public sealed record Subject(string Id, string StatusPurpose, string EncodedList, string Type = "BitstringStatusList");

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Get(
        string purpose, string list, StatusPositions positions, BadgeToken token, BadgeAddresses addresses, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        if (Codes.Find<StatusPurpose>(purpose) is not { } meant || !int.TryParse(list, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await positions.Set(meant, number, clock.Today(), cancellation) is not { } set)
        {
            return Refusals.StatusListUnknown.ToProblem();
        }

        response.Headers.CacheControl = $"public, max-age={CachedForSeconds}";

        return TypedResults.Content(await token.Sign(Of(meant, number, set, addresses, clock.GetUtcNow()), cancellation), BadgeToken.MediaType);
    }

    private static StatusListCredential Of(StatusPurpose purpose, long list, IReadOnlyList<int> set, BadgeAddresses addresses, DateTimeOffset now)
    {
        var address = addresses.StatusList(purpose, list);

        return new(
            ["https://www.w3.org/ns/credentials/v2"], address, ["VerifiableCredential", "BitstringStatusListCredential"], addresses.Issuer,
            now, now.AddDays(1), new($"{address}#list", Codes.Of(purpose), Bitstring.Of(set)));
    }
}
