using Mamis.Identity.Domain;
using Mamis.Identity.Features.Import;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;

namespace Mamis.Identity.Features.Registrations;

/// <summary>What somebody says of himself who comes without a postcard, with the image of the licence; every mistake at once.</summary>
public sealed record RegistrationForm(Person Person, string WorkplacePrefecture, byte[] Image, FileType ImageType)
{
    public const int LargestImage = 10 * 1024 * 1024;

    private const int LongestName = 200;

    private static readonly string[] Fields =
    [
        "licenceNumber", "familyName", "givenName", "familyNameKana", "givenNameKana", "birthDate", "email", "postalCode", "address",
        "workplacePrefecture", "workplaceName",
    ];

    /// <param name="more">Fields of the same form that somebody else reads.</param>
    public static async Task<(RegistrationForm? Form, IReadOnlyList<Refusal> Refusals)> Read(
        HttpRequest request, DateOnly today, string[] more, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || await request.ReadFormAsync(cancellation) is not { } form || form.Keys.Except([.. Fields, .. more]).Any())
        {
            return (null, [Refusals.FormMalformed]);
        }

        var image = await Content(form.Files is [{ Name: "licence" } file] ? file : null, cancellation);
        var type = FileType.Of(image);
        var reasons = new List<Refusal>();
        var workplace = form["workplacePrefecture"].ToString();
        var name = form["workplaceName"].ToString().Trim();
        var person = PersonFields.Read(Fields.ToDictionary(it => it, it => form[it].ToString()), today, reasons);
        (Refusal Reason, bool Applies)[] rules =
        [
            (Refusals.EmailInvalid, form["email"].ToString() is ""),
            (RowCodes.WorkplacePrefectureInvalid, !Association.IsPrefecture(workplace)),
            (Refusals.WorkplaceNameInvalid.For("workplaceName"), name.Length is 0 or > LongestName),
            (Refusals.LicenceImageInvalid, type is null || image.Length > LargestImage),
        ];
        reasons.AddRange(rules.Where(it => it.Applies).Select(it => it.Reason));

        return reasons.Count > 0 || person is null || type is null
            ? (null, reasons)
            : (new(person with { WorkplaceName = name }, workplace, image, type), []);
    }

    /// <summary>One byte more than allowed at most, however long the file is.</summary>
    private static async Task<byte[]> Content(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return [];
        }

        var content = new byte[Math.Min(file.Length, LargestImage + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);

        return content;
    }
}
