using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Portal.Assets;

/// <summary>A file that pages refer to. Its address holds its content's hash, so that browsers keep it for good and never keep an old one.</summary>
public sealed class Asset
{
    private readonly byte[] _content;
    private readonly string _type;

    private Asset(string name, string type)
    {
        _content = Read(name);
        _type = type;
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(_content))[..12]}/{name}";
    }

    /// <summary>The one stylesheet.</summary>
    public static Asset Stylesheet { get; } = new("mamis.css", "text/css; charset=utf-8");

    /// <summary>Asks the reader's device for a passkey, which no form can.</summary>
    public static Asset Passkeys { get; } = new("passkeys.js", "text/javascript; charset=utf-8");

    /// <summary>Keeps check-ins on the organizer's device while there is no network, and reads codes with its camera.</summary>
    public static Asset Door { get; } = new("door.js", "text/javascript; charset=utf-8");

    /// <summary>Renews the part of a page that changes by itself.</summary>
    public static Asset Renewal { get; } = new("renew.js", "text/javascript; charset=utf-8");

    public string Address { get; }

    public static void MapAll(WebApplication app)
    {
        foreach (var asset in new[] { Stylesheet, Passkeys, Door, Renewal })
        {
            app.MapGet(asset.Address, asset.Give).AllowAnonymous();
        }
    }

    private FileContentHttpResult Give(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(_content, _type);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
