using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;

namespace Mamis.Story;

/// <summary>The mails that the system's mail server took, as their receiver reads them.</summary>
public sealed partial class Mailbox(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    /// <param name="To">The receivers.</param>
    public sealed record Mail(Guid Id, IReadOnlyList<string> To, string Subject);

    /// <summary>The mails to somebody whose subject has these words, the last one first.</summary>
    public async Task<IReadOnlyList<Mail>> To(string receiver, string words, CancellationToken cancellation) =>
    [
        .. (await _http.GetFromJsonAsync<Mail[]>(new Uri("/messages", UriKind.Relative), cancellation) ?? [])
            .Where(it => it.To.Contains(receiver) && it.Subject.Contains(words, StringComparison.Ordinal))
            .Reverse(),
    ];

    /// <summary>The code of eight digits in the last such mail; null while there is none.</summary>
    public async Task<string?> Code(string receiver, string words, CancellationToken cancellation)
    {
        if (await To(receiver, words, cancellation) is not [var last, ..])
        {
            return null;
        }

        var raw = await _http.GetStringAsync(new Uri($"/messages/{last.Id}", UriKind.Relative), cancellation);
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(Encoded().Match(raw.ReplaceLineEndings("\n")).Groups["text"].Value));
        return EightDigits().Match(text) is { Success: true } found ? found.Value : null;
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\n(?:[^\n]+\n)*\n(?<text>[A-Za-z0-9+/=\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();

    [GeneratedRegex(@"\b\d{4} \d{4}\b")]
    private static partial Regex EightDigits();
}
