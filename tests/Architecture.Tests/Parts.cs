using System.Reflection;
using System.Xml.Linq;

namespace Mamis.Architecture.Tests;

/// <summary>The assemblies of the system and what their summaries say.</summary>
public static class Parts
{
    public static IReadOnlyList<Assembly> Services { get; } = [.. new[] { "Identity", "TrainingCredits", "Certification", "Notifications" }.Select(Load)];

    public static Assembly Contracts { get; } = Load("Contracts");

    public static IReadOnlyList<Assembly> All { get; } =
    [
        Contracts, Load("Kernel"), Load("EventStore"), Load("ServiceDefaults"), Load("Printing"), Load("Drawing"), .. Services, Load("Portal"), Load("Gateway"), Load("AppHost"),
    ];

    public static IEnumerable<Type> TypesOf(IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(it => it.GetTypes())
        .Where(it => it.Namespace?.StartsWith("Mamis", StringComparison.Ordinal) is true && !it.Name.Contains('<'));

    /// <summary>Names of the documented members of an assembly, as the compiler wrote them.</summary>
    public static HashSet<string> DocumentedIn(Assembly assembly) =>
    [
        .. XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"))
            .Descendants("member")
            .Where(it => it.Element("summary") is { Value.Length: > 0 } or { HasElements: true })
            .Select(it => it.Attribute("name")?.Value ?? string.Empty),
    ];

    private static Assembly Load(string name) => Assembly.Load($"Mamis.{name}");
}
