using System.Runtime.InteropServices;

namespace DataHub.Faults;

/// <summary>Signals of POSIX, to one process.</summary>
internal static partial class Signal
{
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Throws when the process is not there or not ours.</summary>
    public static void Send(int process, int signal)
    {
        if (SendSignal(process, signal) != 0) throw new InvalidOperationException("The process could not be signalled.");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
