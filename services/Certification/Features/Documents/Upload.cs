using System.Globalization;
using Mamis.Certification.Domain;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;
using Mamis.ServiceDefaults.Files.Documents;

namespace Mamis.Certification.Features.Documents;

/// <summary>One uploaded file and what is said of it: the form fields <c>kind</c>, <c>file</c> and, where they apply, <c>type</c> and <c>date</c>.</summary>
public sealed record Upload(DocumentKind Kind, string? Type, DateOnly? CompletedOn, byte[] Content, FileType FileType)
{
    private static readonly string[] Fields = ["kind", "type", "date"];

    public static async Task<(Upload? Upload, IReadOnlyList<Refusal> Refusals)> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return (null, [BadInput.NotForm]);
        }

        var form = await request.ReadFormAsync(cancellation);

        return Examine(form, await DocumentFile.Read(form, "file", cancellation));
    }

    public DocumentVault.Description Describe(Guid application, PhysicianId owner, DocumentId document) => new()
    {
        DocumentId = document.Value,
        BelongsTo = application,
        PhysicianId = owner.Value,
        Kind = Kind.ToString(),
        MediaType = FileType.MediaType,
    };

    private static (Upload? Upload, IReadOnlyList<Refusal> Refusals) Examine(IFormCollection form, DocumentFile file)
    {
        var kind = Codes.Find<DocumentKind>(form["kind"].ToString());
        var type = form["type"].ToString() is { Length: > 0 } said ? said : null;
        var completedOn = DateOnly.TryParseExact(form["date"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        Refusal?[] refusals =
        [
            kind is null ? BadInput.InvalidField.For("kind") : null,
            kind is DocumentKind.Completion or DocumentKind.Exemption && type is null ? BadInput.MissingField.For("type") : null,
            kind is DocumentKind.Completion && completedOn is null ? BadInput.MissingField.For("date") : null,
            .. file.Refusals,
            .. form.Keys.Except(Fields).Select(BadInput.UnknownField.For),
            .. form.Files.Where(it => it.Name != "file").Select(it => BadInput.UnknownField.For(it.Name)),
        ];
        IReadOnlyList<Refusal> all = [.. refusals.OfType<Refusal>()];

        return all is [] && kind is { } known && file.Type is { } fileType
            ? (new(known, type, completedOn, file.Content, fileType), all)
            : (null, all);
    }
}
