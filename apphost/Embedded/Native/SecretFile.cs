using System.Security.Cryptography;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>Secrets made at the first start and kept for the next, readable by their owner alone.</summary>
public static class SecretFile
{
    private const int Length = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string ReadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        var secret = Make();
        Write(path, secret);
        return secret;
    }

    /// <summary>Letters and digits only: a connection string or an address takes them as they are.</summary>
    public static string Make() =>
        RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", Length);

    /// <summary>Replaces the file in one step, so that a reader sees the old text or the new one.</summary>
    public static void Write(string path, string text)
    {
        var draft = $"{path}.{Guid.CreateVersion7():n}";
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        };

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(text);
        }

        File.Move(draft, path, overwrite: true);
    }
}
