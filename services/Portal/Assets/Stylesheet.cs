using System.Security.Cryptography;

namespace Mamis.Portal.Assets;

/// <summary>The one stylesheet. Its address holds its content's hash, so that browsers keep it for good and never keep an old one.</summary>
public static class Stylesheet
{
    private static readonly byte[] Content = Read();

    public static string Address { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}/mamis.css";

    public static void MapStylesheet(this WebApplication app) => app.MapGet(Address, (HttpResponse response) =>
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Content, "text/css; charset=utf-8");
    }).AllowAnonymous();

    private static byte[] Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("mamis.css")
            ?? throw new InvalidOperationException("The resource mamis.css is missing.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
