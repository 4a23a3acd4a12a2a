using Mamis.Contracts.Identity;

namespace Mamis.Contracts.Tests;

/// <summary>Every message type of the contracts.</summary>
public static class ContractTypes
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(PhysicianKnown).Assembly.GetExportedTypes()
            .Where(it => it is { IsClass: true, IsNested: false, IsAbstract: false })
            .OrderBy(it => it.FullName, StringComparer.Ordinal),
    ];

    public static string ServiceOf(Type contract) => contract.Namespace?.Split('.')[^1] ?? string.Empty;

    /// <summary>Named as the files of approved samples are.</summary>
    public static string NameOf(Type contract) => $"{ServiceOf(contract)}.{contract.Name}";

    public static Type Find(string name) => All.Single(it => NameOf(it) == name);
}
