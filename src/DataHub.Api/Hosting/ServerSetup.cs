using System.Net;
using DataHub.Api.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DataHub.Api.Hosting;

/// <summary>Kestrel's limits and the logger.</summary>
internal static class ServerSetup
{
    // Room for the longest token beside the usual headers; Kestrel answers 431 above it, and 414 for a longer request line.
    private const int MaxHeaderBytes = 16_384;

    public static void ConfigureKestrel(this WebApplicationBuilder builder, ServerOptions options, HostLimits limits)
    {
        // A bare LF ends a line for Kestrel unless told otherwise; a proxy that takes it for a part of a value sees another request.
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);
        builder.WebHost.UseKestrelHttpsConfiguration();
        var hasAddresses = !string.IsNullOrEmpty(builder.Configuration["urls"]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyReader.MaxBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.RequestHeadersTimeout = limits.HeaderTime;
            kestrel.Limits.KeepAliveTimeout = limits.IdleTime;
            kestrel.Limits.MaxConcurrentConnections = limits.MaxConnections;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
            if (hasAddresses) return;
            // "localhost" is two addresses, which cannot share a port that the system chooses.
            if (options.Port == 0) kestrel.Listen(IPAddress.Loopback, 0);
            else kestrel.ListenLocalhost(options.Port);
        });
    }

    public static void ConfigureLogging(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // Whatever may log there makes every request an activity and a log scope; what fails is logged by FailureLog.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // EF Core logs the SQL of a failed statement, Kestrel's protocol log the bytes received.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        logging.AddFilter("Npgsql", LogLevel.None);
    }
}
