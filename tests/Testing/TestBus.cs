using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Mamis.Testing;

/// <summary>What a service under test told the others.</summary>
public static class TestBus
{
    /// <summary>
    /// Waits until the service has published such a message. The harness's own wait ends for good as soon as its bus was
    /// idle for a moment, which a message that goes out in the background may well outlast.
    /// </summary>
    public static Task Told<T>(this IServiceProvider services, Func<T, bool> suits)
        where T : class
    {
        var published = services.GetRequiredService<ITestHarness>().Published;
        return Eventually.True(() => published.Any<T>(it => suits(it.Context.Message)), $"a {typeof(T).Name} was published");
    }
}
