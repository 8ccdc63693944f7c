using System.Globalization;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// What DOTNET_STARTUP_HOOKS loads into a measured .NET process, by the name and in the (global) namespace that the runtime prescribes:
/// answers on the Unix socket that DATAHUB_BENCH_PROBE names, one line a connection, with bytes allocated since the start and collections
/// so far.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("DATAHUB_BENCH_PROBE") is not { Length: > 0 } path) return;
        File.Delete(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        new Thread(() => Answer(socket)) { IsBackground = true, Name = "Bench probe" }.Start();
    }

    private static void Answer(Socket socket)
    {
        while (true)
        {
            using var caller = socket.Accept();
            caller.Send(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"{GC.GetTotalAllocatedBytes(precise: true)} {GC.CollectionCount(0)} {GC.CollectionCount(2)}\n")));
        }
    }
}
