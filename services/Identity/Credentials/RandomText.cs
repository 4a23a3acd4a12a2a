using System.Security.Cryptography;

namespace Mamis.Identity.Credentials;

/// <summary>Secrets that people copy from paper: no letter or digit that can be taken for another, five bits a sign.</summary>
public static class RandomText
{
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Groups of four signs, with hyphens between them.</summary>
    public static string Groups(int groups) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
}
