using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Api.Hosting;

namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>
/// Invented sources on a loopback port: OSS at <c>/oss</c>, SIKP at <c>/sikp</c>, a marketplace at <c>/marketplace</c>, and their
/// switches at <c>/control</c>.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<SandboxSource> sources;

    private SandboxServer(WebApplication app, SandboxData data)
    {
        this.app = app;
        Data = data;
        sources = [new SandboxOss(data), new SandboxSikp(data), new SandboxShops(data)];
        app.Use(MisbehaveAsync);
        foreach (var source in sources) source.Map(app);
        app.MapGet("/control", Standing);
        app.MapPost("/control", ControlAsync);
    }

    /// <summary>What the sources hold.</summary>
    public SandboxData Data { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>The switches of oss, sikp or marketplace.</summary>
    public SandboxSwitches this[string source] => sources.First(one => one.Name == source).Switches;

    /// <summary>
    /// Starts on a port of the loopback address; 0 takes a free one. Throws <see cref="StartRefusedException"/> outside Development and
    /// Sandbox.
    /// </summary>
    public static async Task<SandboxServer> StartAsync(SandboxData data, int port, string environment, CancellationToken cancel = default)
    {
        if (environment is not ("Development" or "Sandbox"))
            throw new StartRefusedException("Invented sources start in the environments Development and Sandbox only.");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        // Where else to listen is no question here.
        builder.WebHost.UseSetting("urls", "");
        var server = new SandboxServer(builder.Build(), data);
        try
        {
            await server.app.StartAsync(cancel);
        }
        catch (IOException exception)
        {
            await server.DisposeAsync();
            throw new StartRefusedException($"Port {port} cannot be listened on: {exception.Message}");
        }
        return server;
    }

    /// <summary>Serves until it is told to stop.</summary>
    public Task WaitAsync(CancellationToken cancel) => app.WaitForShutdownAsync(cancel);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task MisbehaveAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        var source = sources.Find(one => path.StartsWith($"/{one.Name}/", StringComparison.Ordinal));
        if (source is null || path.EndsWith("/auth", StringComparison.Ordinal) || path.EndsWith("/token", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }
        source.Switches.Asked();
        if (!await HasMisbehavedAsync(http, source.Switches)) await next(http);
    }

    private static async Task<bool> HasMisbehavedAsync(HttpContext http, SandboxSwitches switches)
    {
        if (switches.Takes(SandboxFault.Slow)) await Task.Delay(switches.Delay, http.RequestAborted);
        if (switches.Takes(SandboxFault.Down))
        {
            http.Abort();
            return true;
        }
        if (switches.Takes(SandboxFault.Error)) return await AnswerAsync(http, 503, "{}");
        if (switches.Takes(SandboxFault.Throttle))
        {
            http.Response.Headers.RetryAfter = switches.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return await AnswerAsync(http, 429, "{}");
        }
        if (switches.Takes(SandboxFault.Redirect))
        {
            http.Response.Headers.Location = "http://localhost.invalid/";
            return await AnswerAsync(http, 307, "");
        }
        if (switches.Takes(SandboxFault.Huge)) return await AnswerAsync(http, 200, new string(' ', 40 << 20));
        return switches.Takes(SandboxFault.NotJson) && await AnswerAsync(http, 200, "<html><body>Sedang dalam pemeliharaan</body></html>");
    }

    private static async Task<bool> AnswerAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(body, Encoding.UTF8, http.RequestAborted);
        return true;
    }

    private IResult Standing()
    {
        var all = new JsonObject();
        foreach (var source in sources)
        {
            all[source.Name] = new JsonObject
            {
                ["requests"] = source.Switches.Requests,
                ["tokens"] = source.Switches.Authentications,
                ["faults"] = JsonSerializer.SerializeToNode(source.Switches.Standing()),
            };
        }
        return Results.Json(all);
    }

    private async Task<IResult> ControlAsync(HttpRequest request)
    {
        var order = await JsonSerializer.DeserializeAsync<SandboxOrder>(request.Body, JsonSerializerOptions.Web);
        if (order is null || sources.Find(one => one.Name == order.Source) is not { } source)
            return Results.BadRequest("source must be oss, sikp or marketplace");
        if (order.Clear) source.Switches.Clear();
        if (order.Milliseconds is { } time) source.Switches.Delay = TimeSpan.FromMilliseconds(time);
        if (order.Seconds is { } seconds) source.Switches.RetryAfter = seconds;
        if (order.Touch is { } records) source.Touch(records);
        if (order.Fault is not null)
        {
            if (!Enum.TryParse<SandboxFault>(order.Fault, ignoreCase: true, out var fault))
                return Results.BadRequest($"fault must be one of {string.Join(", ", Enum.GetNames<SandboxFault>())}");
            source.Switches.Set(fault, order.Times, order.After);
        }
        return Standing();
    }

    /// <summary>What may be told to <c>/control</c>.</summary>
    private sealed record SandboxOrder
    {
        public string? Source { get; init; }
        public string? Fault { get; init; }
        public int? Times { get; init; }
        public int After { get; init; }
        public int? Milliseconds { get; init; }
        public int? Seconds { get; init; }
        public int? Touch { get; init; }
        public bool Clear { get; init; }
    }
}
