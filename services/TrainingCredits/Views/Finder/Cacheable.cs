using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Mamis.TrainingCredits.Views.Finder;

/// <summary>Answers that are the same for everybody: kept for a while, and asked for again by what they say.</summary>
public static class Cacheable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>The tag follows from the content, so it is the same on every node; whoever has it already gets a 304.</summary>
    public static FileContentHttpResult Cached(this HttpResponse response, byte[] content, string type)
    {
        response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = Fresh };
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..16])}\"");
        return TypedResults.Bytes(content, type, entityTag: tag);
    }
}
