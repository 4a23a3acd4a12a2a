using System.Globalization;
using Mamis.Certification.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Certification.Features.Documents;

/// <summary>One uploaded file and what is said of it: the form fields <c>kind</c>, <c>file</c> and, where they apply, <c>type</c> and <c>date</c>.</summary>
public sealed record Upload(DocumentKind Kind, string? Type, DateOnly? CompletedOn, byte[] Content, FileType FileType)
{
    public const int LargestFile = 20 * 1024 * 1024;

    private static readonly string[] Fields = ["kind", "type", "date"];

    public static async Task<(Upload? Upload, IReadOnlyList<Refusal> Refusals)> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return (null, [BadInput.NotForm]);
        }

        var form = await request.ReadFormAsync(cancellation);
        var content = await ContentOf(form.Files.GetFile("file"), cancellation);

        return Examine(form, content);
    }

    private static (Upload? Upload, IReadOnlyList<Refusal> Refusals) Examine(IFormCollection form, byte[]? content)
    {
        var kind = Codes.Find<DocumentKind>(form["kind"].ToString());
        var type = form["type"].ToString() is { Length: > 0 } said ? said : null;
        var completedOn = DateOnly.TryParseExact(form["date"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var fileType = FileType.Of(content);
        Refusal?[] refusals =
        [
            kind is null ? BadInput.InvalidField.For("kind") : null,
            kind is DocumentKind.Completion or DocumentKind.Exemption && type is null ? BadInput.MissingField.For("type") : null,
            kind is DocumentKind.Completion && completedOn is null ? BadInput.MissingField.For("date") : null,
            content is null ? BadInput.MissingField.For("file") : null,
            content is [] ? Refusals.DocumentEmpty : null,
            content is { Length: > LargestFile } ? Refusals.DocumentTooLarge : null,
            content is { Length: > 0 and <= LargestFile } && fileType is null ? Refusals.DocumentTypeUnknown : null,
            .. form.Keys.Except(Fields).Select(BadInput.UnknownField.For),
            .. form.Files.Where(it => it.Name != "file").Select(it => BadInput.UnknownField.For(it.Name)),
        ];
        IReadOnlyList<Refusal> all = [.. refusals.OfType<Refusal>()];

        return all is [] && kind is { } known && content is not null && fileType is not null
            ? (new(known, type, completedOn, content, fileType), all)
            : (null, all);
    }

    /// <summary>Reads one byte more than allowed at most, however long the file claims to be.</summary>
    private static async Task<byte[]?> ContentOf(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return null;
        }

        var content = new byte[Math.Min(file.Length, LargestFile + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);

        return content;
    }
}
