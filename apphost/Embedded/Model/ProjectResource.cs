using Mamis.AppHost.Embedded.Native;

namespace Mamis.AppHost.Embedded.Model;

/// <summary>A .NET project, run from its build output as Aspire would run it: its launch profile, its own folder.</summary>
public sealed class ProjectResource : ProcessResource
{
    private readonly string _directory;
    private readonly string _assembly;

    public ProjectResource(string name, string projectPath)
        : base(name)
    {
        _directory = Path.GetDirectoryName(projectPath) ?? throw new ArgumentException("A project lies in a folder.", nameof(projectPath));
        _assembly = BuildOutput.Of(Path.GetFileNameWithoutExtension(projectPath));
        var profile = LaunchProfile.Read(_directory);

        AddEnvironment(() => profile.EnvironmentVariables);
        Add(new("http", "http"));
    }

    public override ChildCommand Command =>
        File.Exists(_assembly)
            ? new ChildCommand("dotnet", _assembly) { WorkingDirectory = _directory, Mark = _assembly }
            : throw new FileNotFoundException($"{Name} is not built: {_assembly}");
}
