using System.Text;

namespace Mamis.Portal.Shared;

/// <summary>A list on its way: chosen, checked, and sent again unchanged when its sender says so.</summary>
public sealed record ListFile(byte[] Bytes)
{
    /// <summary>What a page carries from the preview to the posting; larger lists go over the API.</summary>
    private const int Largest = 2 * 1024 * 1024;
    private const int HeaderLength = 200;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<ListFile?> Read(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null or { Length: 0 or > Largest })
        {
            return null;
        }

        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellation);
        return new(copy.ToArray());
    }

    public static ListFile? FromForm(string? text)
    {
        var bytes = new byte[(text?.Length ?? 0) * 3 / 4];
        return Convert.TryFromBase64String(text ?? string.Empty, bytes, out var length) && length > 0 ? new(bytes[..length]) : null;
    }

    public string ToForm() => Convert.ToBase64String(Bytes);

    /// <summary>Office programs in Japan save Shift_JIS as readily as UTF-8; what is not valid UTF-8 is said to be the other.</summary>
    public HttpContent ToRequest() => new ByteArrayContent(Bytes) { Headers = { ContentType = new("text/csv", IsUtf8() ? "utf-8" : "shift_jis") } };

    /// <summary>An account statement in the banks' own records begins with its header: kind 1, service 03.</summary>
    public bool IsBankFormat => Bytes.AsSpan().StartsWith("103"u8) && !Bytes.AsSpan(0, Math.Min(Bytes.Length, HeaderLength)).Contains((byte)',');

    private bool IsUtf8()
    {
        try
        {
            return Strict.GetCharCount(Bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
