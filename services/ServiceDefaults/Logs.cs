using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Mamis.ServiceDefaults;

/// <summary>Logs are lines with values of their own: ids, counts, codes. Nobody's name, address or input stands in them.</summary>
public static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        // As JSON where a collector reads them, as short lines where a person does.
        var forMachines = builder.Configuration["Logging:Format"] == "json";
        builder.Logging.AddSimpleConsole(line =>
        {
            line.SingleLine = true;
            line.UseUtcTimestamp = true;
            line.TimestampFormat = "HH:mm:ss.fff ";
        });
        builder.Logging.AddJsonConsole(line => line.UseUtcTimestamp = true);
        builder.Logging.AddConsole(console => console.FormatterName = forMachines ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple);

        // These write addresses with their queries, one line a request; traces have them without.
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
    }
}
