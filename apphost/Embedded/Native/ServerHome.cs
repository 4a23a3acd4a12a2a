using System.Security.Cryptography;
using System.Text;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>The directory a server keeps its data in, and the account it runs under.</summary>
/// <remarks>
/// Root never runs a server itself: the account that the package made does. Where that account may not enter the wanted
/// directory, as below /root, the data lies under /var/lib and the wanted place is a link to it.
/// </remarks>
public sealed record ServerHome(string Path, string? Account)
{
    private const string Shelter = "/var/lib/mamis";

    public static async Task<ServerHome> Prepare(string wanted, string packageAccount, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(wanted);
            return new(wanted, null);
        }

        var link = new DirectoryInfo(wanted);
        var path = link.LinkTarget ?? await Place(wanted, packageAccount, cancellation);
        Directory.CreateDirectory(path);
        await ChildProcess.Run(new("chown", "-R", $"{packageAccount}:", path), cancellation);

        return new(path, packageAccount);
    }

    private static async Task<string> Place(string wanted, string account, CancellationToken cancellation)
    {
        Directory.CreateDirectory(wanted);

        if (await MayEnter(wanted, account, cancellation))
        {
            return wanted;
        }

        // Without the link, what an earlier state directory of this name left in the shelter belongs to nobody.
        Directory.Delete(wanted);
        var sheltered = System.IO.Path.Combine(Shelter, NameFor(wanted));

        if (Directory.Exists(sheltered))
        {
            Directory.Delete(sheltered, recursive: true);
        }

        Directory.CreateDirectory(sheltered);
        Directory.CreateSymbolicLink(wanted, sheltered);
        return sheltered;
    }

    private static async Task<bool> MayEnter(string path, string account, CancellationToken cancellation)
    {
        var look = new ChildCommand("test", "-x", path) { Account = account };
        return await ChildProcess.Start(look, _ => { }).Exited.WaitAsync(cancellation) == 0;
    }

    private static string NameFor(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}
