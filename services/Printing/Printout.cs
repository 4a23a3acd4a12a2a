using Mamis.Kernel;

namespace Mamis.Printing;

/// <summary>A printed document, or why there is none. Never both.</summary>
public sealed record Printout
{
    public static readonly Refusal Unavailable = new(
        "PRINTING_UNAVAILABLE",
        "Nothing can be printed, because no Chromium starts on the machine of this service. Install it there (apt-get install chromium fonts-noto-cjk) or name it in Printing:Chromium, and repeat the call.",
        RefusalKind.Unavailable);

    public static readonly Refusal TooSlow = new(
        "PRINTING_TOO_SLOW", "The document was not printed in time. Repeat the call in a few seconds.", RefusalKind.Unavailable);

    private Printout()
    {
    }

    public ReadOnlyMemory<byte> Pdf { get; private init; }

    public Refusal? Refusal { get; private init; }

    public static Printout Of(byte[] pdf) => new() { Pdf = pdf };

    public static Printout Refused(Refusal refusal) => new() { Refusal = refusal };
}
