using System.Net;
using System.Net.Sockets;
using Mamis.Kernel;
using Mamis.Notifications.Domain;
using Microsoft.Extensions.Options;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>Where we let others make us call: asked when a webhook is registered, and again at each connection, since a name can point elsewhere by then.</summary>
public sealed class WebhookAddresses(IOptions<WebhookOptions> options)
{
    private const int LongestUrl = 500;

    /// <summary>The address as it is kept, or what is wrong with it.</summary>
    public async Task<(string Url, Refusal? Refusal)> Check(string? text, CancellationToken cancellation)
    {
        if (text is not { Length: > 0 and <= LongestUrl } || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url)
            || url is not { UserInfo: "", Fragment: "", Host.Length: > 0 } || !IsSecure(url))
        {
            return (string.Empty, WebhookRefusals.UrlInvalid);
        }

        try
        {
            await Find(url.IdnHost, url.Port, cancellation);
            return (url.AbsoluteUri, null);
        }
        catch (ForbiddenAddressException)
        {
            return (string.Empty, WebhookRefusals.AddressForbidden);
        }
        catch (SocketException)
        {
            return (string.Empty, WebhookRefusals.HostUnknown);
        }
    }

    /// <summary>A connection to exactly the address that was looked at.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Find(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>All addresses of a name; a single one inside of a network spoils the name.</summary>
    private async Task<IPAddress[]> Find(string host, int port, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);

        return options.Value.Allows(host, port) || addresses.All(PublicAddress.Is)
            ? addresses
            : throw new ForbiddenAddressException();
    }

    private bool IsSecure(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && options.Value.Allows(url.IdnHost, url.Port));
}

/// <summary>A name leads into somebody's network.</summary>
public sealed class ForbiddenAddressException() : Exception("The address is not in the public internet.");
