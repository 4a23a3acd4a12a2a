using Mamis.Kernel;

namespace Mamis.Portal.SignIn;

/// <summary>A code as people type it: wide digits, or with spaces between. A recovery code is left as it is.</summary>
public static class CodeOfApp
{
    public static string Read(string? typed)
    {
        var narrow = Width.Narrow(typed).Trim();

        return narrow.All(it => char.IsAsciiDigit(it) || it == ' ') ? narrow.Replace(" ", string.Empty, StringComparison.Ordinal) : narrow;
    }
}
