using System.Text;

namespace Mamis.Mailbox;

/// <summary>One message as a reader wants it listed.</summary>
public sealed record Mail(Guid Id, IReadOnlyList<string> To, string Subject, string Date);

/// <summary>The messages on disk: the raw text in one file, its envelope in the file's first header.</summary>
public sealed class MessageFolder
{
    private const string Envelope = "X-Envelope-To";
    private readonly DirectoryInfo _directory;

    public MessageFolder(string path) => _directory = Directory.CreateDirectory(path);

    public async Task<Guid> Keep(IEnumerable<string> recipients, byte[] message, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var draft = Path.Combine(_directory.FullName, $"{id}.draft");
        byte[] envelope = Encoding.UTF8.GetBytes($"{Envelope}: {string.Join(", ", recipients)}\r\n");

        await File.WriteAllBytesAsync(draft, [.. envelope, .. message], cancellation);
        File.Move(draft, PathOf(id));
        return id;
    }

    /// <summary>In the order in which they came, which their version 7 ids keep.</summary>
    public IReadOnlyList<Mail> List() =>
    [
        .. from file in _directory.EnumerateFiles("*.eml")
           let id = Guid.Parse(Path.GetFileNameWithoutExtension(file.Name))
           orderby id
           select Read(id),
    ];

    public byte[]? Find(Guid id) => File.Exists(PathOf(id)) ? File.ReadAllBytes(PathOf(id)) : null;

    private Mail Read(Guid id)
    {
        var headers = MailHeaders.Parse(File.ReadLines(PathOf(id)));
        return new(id, headers[Envelope].Split(", "), headers["Subject"], headers["Date"]);
    }

    private string PathOf(Guid id) => Path.Combine(_directory.FullName, $"{id}.eml");
}
