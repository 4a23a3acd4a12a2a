using System.Globalization;

namespace Mamis.AppHost.Embedded.Model;

/// <summary>A door of a program: which scheme it speaks, on which port, and who must be told the port.</summary>
public sealed class EndpointAnnotation(string name, string uriScheme)
{
    public string Name { get; } = name;

    public string UriScheme { get; } = uriScheme;

    /// <summary>A port people rely on; without one, or with zero, a free port is chosen for each replica.</summary>
    public int? Port { get; set; }

    /// <summary>The variable that tells the program its port, unless it is a web address, which ASPNETCORE_URLS tells.</summary>
    public string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Whether people use it, and should be told where it is.</summary>
    public bool IsExternal { get; set; }

    /// <summary>One port for each replica, chosen before anything starts.</summary>
    public IReadOnlyList<int> Allocated { get; set; } = [];

    public string Address(int replica) => $"{UriScheme}://{EndpointReference.Host}:{Text(replica)}";

    public string Text(int replica) => Allocated[replica].ToString(CultureInfo.InvariantCulture);
}
