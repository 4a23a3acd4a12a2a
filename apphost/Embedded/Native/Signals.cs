using System.Runtime.InteropServices;

namespace Mamis.AppHost.Embedded.Native;

/// <summary>The signals a runner needs; .NET itself can only kill.</summary>
public enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

/// <summary>Sends signals to processes, and to whole groups so that no grandchild is left behind.</summary>
public static class Signals
{
    public static void Send(int process, Signal signal) => _ = SendSignal(process, (int)signal);

    public static void SendToGroup(int leader, Signal signal) => _ = SendSignal(-leader, (int)signal);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
