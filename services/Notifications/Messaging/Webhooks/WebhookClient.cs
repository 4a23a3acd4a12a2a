using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Mamis.Notifications.Views.Webhooks;
using Microsoft.Extensions.Options;

namespace Mamis.Notifications.Messaging.Webhooks;

/// <summary>Calls addresses that outsiders chose: it follows nothing, waits for nothing long, and reads no answer but its status.</summary>
public sealed class WebhookClient(WebhookAddresses addresses, IOptions<WebhookOptions> options, TimeProvider clock) : IDisposable
{
    private const int MostKilobytes = 16;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ConnectCallback = addresses.Connect,
        // A proxy would make the connection itself, to whatever the name means there.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = MostKilobytes,
        MaxResponseDrainSize = MostKilobytes * 1024,
        // Nobody outside needs the ids of our traces.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = options.Value.Timeout,
    };

    public async Task<WebhookOutcome> Send(WebhookDeliveries.ToSend delivery, IReadOnlyList<byte[]> keys, CancellationToken cancellation)
    {
        using var request = Request(delivery, keys);

        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new((int)answer.StatusCode, Fault: null);
        }
        catch (HttpRequestException e)
        {
            return new(Status: null, FaultOf(e));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(Status: null, WebhookFault.NoAnswerInTime);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(WebhookDeliveries.ToSend delivery, IReadOnlyList<byte[]> keys)
    {
        var (id, timestamp) = (delivery.MessageId.ToString(), clock.GetUtcNow().ToUnixTimeSeconds());
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.UserAgent.Add(new("Mamis-Webhooks", "1"));
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimeHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(keys, id, timestamp, delivery.Body));

        return request;
    }

    private static WebhookFault FaultOf(HttpRequestException failure) => failure switch
    {
        { InnerException: ForbiddenAddressException } => WebhookFault.AddressForbidden,
        { HttpRequestError: HttpRequestError.SecureConnectionError } => WebhookFault.TlsFailed,
        _ => WebhookFault.NotReached,
    };
}
