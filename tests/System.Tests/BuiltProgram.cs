using System.Diagnostics;

namespace Mamis.System.Tests;

/// <summary>A program of this build, run as a process of its own, as its users run it.</summary>
public sealed class BuiltProgram
{
    private static readonly DirectoryInfo Configuration = new(AppContext.BaseDirectory);

    private readonly string _assembly;

    /// <param name="name">Assembly name, for example <c>Mamis.AppHost</c>.</param>
    public BuiltProgram(string name)
    {
        // artifacts/<profile>/bin/<project>/<configuration>: the sibling project in the same configuration.
        var bin = Configuration.Parent?.Parent ?? throw new InvalidOperationException("Not in an artifacts folder.");
        _assembly = Path.Combine(bin.FullName, name, Configuration.Name, $"{name}.dll");
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<(int ExitCode, string Output)> Run(CancellationToken cancellation, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);

        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await error);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [_assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"{_assembly} did not start.");
    }
}
