using System.Globalization;

namespace Mamis.Identity.Domain;

/// <summary>A version of the terms of use (利用規約), named after the day it takes effect; a new one is a new file.</summary>
public sealed record Terms(string Version, string Text)
{
    private const string Prefix = "terms/";
    private const string Suffix = ".txt";

    private static readonly (DateOnly Since, Terms Terms)[] Versions =
    [
        .. from name in DataFile.Names(Prefix)
           let version = name[Prefix.Length..^Suffix.Length]
           select (DateOnly.ParseExact(version, "yyyy-MM-dd", CultureInfo.InvariantCulture), new Terms(version, DataFile.Text(name))),
    ];

    /// <summary>The terms in force on a day; before the first version, the first.</summary>
    public static Terms On(DateOnly day) => Versions.LastOrDefault(it => it.Since <= day, Versions[0]).Terms;
}
