namespace Mamis.AppHost.Embedded.Model;

/// <summary>Resource names as environment variables write them.</summary>
public static class EnvironmentNames
{
    public static string Of(string resource) => resource.Replace('-', '_').ToUpperInvariant();
}
