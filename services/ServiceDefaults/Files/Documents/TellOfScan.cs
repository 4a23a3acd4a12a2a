using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>Says at the start whether uploads are scanned, so that nobody believes they are.</summary>
internal sealed class TellOfScan(DocumentScan scan, ILogger<TellOfScan> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (scan.IsOn)
        {
            logger.LogInformation("Uploads are scanned for malware before they are kept");
        }
        else
        {
            logger.LogWarning("Uploads are not scanned for malware; set {Setting} to host:port of a clamd", DocumentScan.Setting);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
