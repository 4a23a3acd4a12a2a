namespace Mamis.AppHost.Tests.StandIns;

/// <summary>This assembly as a program: a small web service, or with <c>host</c> an AppHost that runs such services.</summary>
public static class Program
{
    public static Task Main(string[] args) => args is ["host", .. var options]
        ? HostProgram.Run(options)
        : WebProgram.Run(args);
}
