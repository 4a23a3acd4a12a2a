using System.Net;

namespace Mamis.Identity.Credentials.Passkeys;

/// <summary>The site a passkey is made for: the public address of the gateway. A passkey opens no other.</summary>
/// <param name="Domain">What browsers and authenticators know it by.</param>
/// <param name="Origin">The only place from which a browser may answer.</param>
public sealed record RelyingParty(string Domain, string Origin)
{
    public static RelyingParty Of(IConfiguration configuration)
    {
        var site = configuration.GetValue<Uri>("Gateway:Url") ?? throw new InvalidOperationException("Gateway:Url is not set; the AppHost sets it.");
        var named = IsLoopback(site) ? new UriBuilder(site) { Host = "localhost" }.Uri : site;

        return new(named.Host, named.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Browsers make passkeys for names only, and this address has one.</summary>
    private static bool IsLoopback(Uri site) => IPAddress.TryParse(site.Host, out var address) && IPAddress.IsLoopback(address);
}
