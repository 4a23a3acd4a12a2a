using Mamis.Kernel;
using Microsoft.AspNetCore.Http;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>A file as a form carries it, with what is wrong with it; its name and declared type are not believed.</summary>
public sealed record DocumentFile(byte[] Content, FileType? Type, IReadOnlyList<Refusal> Refusals)
{
    public const int Largest = 20 * 1024 * 1024;

    /// <summary>Reads one byte more than allowed at most, however long the file claims to be.</summary>
    public static async Task<DocumentFile> Read(IFormCollection form, string field, CancellationToken cancellation)
    {
        if (form.Files.GetFile(field) is not { } file)
        {
            return new([], null, [DocumentRefusals.Missing.For(field)]);
        }

        var content = new byte[Math.Min(file.Length, Largest + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);

        return Examine(content, field);
    }

    public static DocumentFile Examine(byte[] content, string field) => (content.Length, FileType.Of(content)) switch
    {
        (0, _) => new(content, null, [DocumentRefusals.Empty.For(field)]),
        ( > Largest, _) => new(content, null, [DocumentRefusals.TooLarge.For(field)]),
        (_, null) => new(content, null, [DocumentRefusals.TypeUnknown.For(field)]),
        (_, { } type) => new(content, type, []),
    };
}
