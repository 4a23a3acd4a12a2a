using System.Security.Cryptography;
using System.Text;
using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Running;

/// <summary>Everything one system keeps on disk; another directory is another system.</summary>
public sealed class StateDirectory(string path)
{
    /// <summary>The kernel takes no longer names for sockets.</summary>
    private const int LongestSocketPath = 100;

    public string Path { get; } = path;

    public string Logs => Below("logs");

    public string RunFile => Below("run.json");

    public string DemoFile => Below("demo.json");

    public string ControlSocket => Below("control.sock") is { Length: <= LongestSocketPath } near
        ? near
        : System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"mamis-{Digest()}.sock");

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    public string Secret(string name) => SecretFile.ReadOrCreate(System.IO.Path.Combine(Directory.CreateDirectory(Below("secrets")).FullName, name));

    /// <summary>Held as long as the run lasts, and let go by the kernel however it ends; null when another run holds it.</summary>
    public FileStream? TryLock()
    {
        Directory.CreateDirectory(Logs);

        try
        {
            return new(Below("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)))[..16];
}
