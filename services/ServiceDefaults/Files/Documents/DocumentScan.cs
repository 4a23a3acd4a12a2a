using Mamis.Kernel;
using Microsoft.Extensions.Configuration;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>Looks for malware in a file before it is kept.</summary>
public abstract class DocumentScan
{
    /// <summary>Where the scanner is: <c>host:port</c> of a clamd that takes INSTREAM over TCP. Without it nothing is scanned.</summary>
    public const string Setting = "Documents:Scan";

    /// <summary>False where no scanner is set, which every document of that time has on record.</summary>
    public abstract bool IsOn { get; }

    public static DocumentScan Of(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => new NoScan(),
        var address when Uri.TryCreate($"tcp://{address}", UriKind.Absolute, out var scanner) && scanner.Port > 0 => new ClamdScan(scanner.Host, scanner.Port),
        var address => throw new InvalidOperationException($"{Setting} is not host:port: {address}"),
    };

    /// <summary>Why the file is not to be kept; null where nothing was found.</summary>
    public abstract Task<Refusal?> Look(Stream content, CancellationToken cancellation);

    private sealed class NoScan : DocumentScan
    {
        public override bool IsOn => false;

        public override Task<Refusal?> Look(Stream content, CancellationToken cancellation) => Task.FromResult<Refusal?>(null);
    }
}
