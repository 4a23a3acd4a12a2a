using System.Security.Cryptography;
using System.Text;
using Mamis.ServiceDefaults;

namespace Mamis.Gateway.Limits;

/// <summary>Knows the portal's own calls by its service secret, which only the AppHost gives out.</summary>
public sealed class PortalCalls(IConfiguration configuration)
{
    private readonly byte[] _secret = Encoding.ASCII.GetBytes(InternalClients.SecretOf(
        "service:portal", configuration["Service:Secret"] ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it.")));

    public bool IsFromPortal(HttpRequest request) =>
        request.Headers[ClientAddress.PortalProof].ToString() is { Length: > 0 } shown
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), _secret);
}
