using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mamis.ServiceDefaults;

/// <summary>Calls between services, for what must not travel in messages: names and addresses, fetched by id.</summary>
public static class InternalClients
{
    /// <summary>Registers a typed client that calls another service with this service's own token.</summary>
    public static IHttpClientBuilder AddInternalClient<TClient>(this WebApplicationBuilder builder, string self, string service)
        where TClient : class
    {
        var identity = builder.Configuration.AddressOf("identity") ?? throw Missing("identity");
        var address = builder.Configuration.AddressOf(service) ?? throw Missing(service);
        var secret = builder.Configuration["Service:Secret"] ?? throw new InvalidOperationException("Service:Secret is not set; the AppHost sets it.");

        builder.Services.AddTransient<Resilience>();
        builder.Services.AddHttpClient("mamis-tokens", client => client.BaseAddress = identity).AddHttpMessageHandler<Resilience>();
        builder.Services.TryAddSingleton(it => new ServiceToken(it.GetRequiredService<IHttpClientFactory>(), it.GetRequiredService<TimeProvider>(), self, secret));

        return builder.Services
            .AddHttpClient<TClient>(client => client.BaseAddress = address)
            .AddHttpMessageHandler<Resilience>()
            .AddHttpMessageHandler(it => new WithServiceToken(it.GetRequiredService<ServiceToken>()));
    }

    /// <summary>The secret of one service's own client, derived from the secret that the AppHost shares with the services.</summary>
    public static string SecretOf(string clientId, string shared) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(shared), Encoding.UTF8.GetBytes(clientId)));

    private static InvalidOperationException Missing(string service) =>
        new($"services:{service}:http:0 is not set; the AppHost sets it.");

    /// <summary>This service's token, asked for anew shortly before it ends.</summary>
    private sealed class ServiceToken(IHttpClientFactory clients, TimeProvider clock, string self, string shared) : IDisposable
    {
        private readonly SemaphoreSlim _one = new(1, 1);
        private (string Token, DateTimeOffset Until) _current;

        public async Task<string> Get(CancellationToken cancellation)
        {
            await _one.WaitAsync(cancellation);

            try
            {
                if (clock.GetUtcNow() >= _current.Until)
                {
                    _current = await Ask(cancellation);
                }

                return _current.Token;
            }
            finally
            {
                _one.Release();
            }
        }

        public void Dispose() => _one.Dispose();

        private async Task<(string Token, DateTimeOffset Until)> Ask(CancellationToken cancellation)
        {
            var clientId = $"service:{self}";
            using var client = clients.CreateClient("mamis-tokens");
            using var answer = await client.PostAsync(
                new Uri("/token", UriKind.Relative),
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = clientId,
                    ["client_secret"] = SecretOf(clientId, shared),
                }),
                cancellation);
            answer.EnsureSuccessStatusCode();
            var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>(cancellation)
                ?? throw new HttpRequestException("The token endpoint answered nothing.");

            return (token.AccessToken, clock.GetUtcNow().AddSeconds(token.ExpiresIn - 30));
        }
    }

    private sealed class WithServiceToken(ServiceToken token) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.Get(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
