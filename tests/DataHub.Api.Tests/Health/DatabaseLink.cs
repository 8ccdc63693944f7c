using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DataHub.Api.Tests.Health;

/// <summary>A TCP line to a PostgreSQL server that can be cut and mended.</summary>
internal sealed class DatabaseLink : IDisposable
{
    private readonly EndPoint server;
    private readonly List<Socket> open = [];
    private TcpListener listener = new(IPAddress.Loopback, 0);

    public DatabaseLink(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // Npgsql takes a host that begins with a slash for the folder of a Unix socket, as libpq does.
        server = settings.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(settings.Host, $".s.PGSQL.{settings.Port}"))
            : new DnsEndPoint(settings.Host, settings.Port);
        Mend();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Timeout = 5,
        }.ConnectionString;
    }

    /// <summary>Reaches the server through this line.</summary>
    public string ConnectionString { get; }

    public void Mend()
    {
        listener.Start();
        _ = AcceptAsync(listener);
    }

    public void Cut()
    {
        var place = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();
        lock (open)
        {
            foreach (var socket in open) socket.Dispose();
            open.Clear();
        }
        listener = new TcpListener(place);
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener accepting)
    {
        try
        {
            while (true)
            {
                var client = await accepting.AcceptSocketAsync();
                var upstream = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
                lock (open) open.AddRange([client, upstream]);
                await upstream.ConnectAsync(server);
                _ = CopyAsync(client, upstream);
                _ = CopyAsync(upstream, client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The line was cut.
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        try
        {
            await using var source = new NetworkStream(from);
            await using var target = new NetworkStream(to);
            await source.CopyToAsync(target);
            to.Shutdown(SocketShutdown.Both);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // The line was cut.
        }
    }
}
