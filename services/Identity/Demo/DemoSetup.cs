namespace Mamis.Identity.Demo;

/// <summary>Seeds the demonstration data before the first request, when the AppHost asks for it by naming the file.</summary>
public sealed class DemoSetup(IServiceScopeFactory scopes, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Demo:File"] is { Length: > 0 } path)
        {
            await using var scope = scopes.CreateAsyncScope();
            var gateway = configuration["Gateway:Url"] ?? "http://127.0.0.1:8080";
            await scope.ServiceProvider.GetRequiredService<DemoData>().Seed(path, gateway, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
