using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>Asks a measured .NET process how much it has allocated.</summary>
internal static class Probe
{
    /// <summary>The assembly that the runtime loads into the process for that.</summary>
    public static string Hook => Repository.Built("Probe", "DataHub.Bench.Probe.dll");

    /// <summary>Bytes allocated since the process started.</summary>
    public static async Task<long> AllocatedAsync(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        var line = new byte[100];
        var got = await socket.ReceiveAsync(line);
        return long.Parse(Encoding.ASCII.GetString(line, 0, got).Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
