using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mamis.Printing;

/// <summary>Gives a service its printer. Nothing is started before something is printed.</summary>
public static class Registration
{
    public static IServiceCollection AddPrinting(this IServiceCollection services)
    {
        services.AddOptions<PrintingOptions>().BindConfiguration("Printing").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);

        return services.AddSingleton<Chromium>().AddSingleton<Printer>();
    }
}
