using DataHub.Api.Documents;
using DataHub.Api.Explorer;
using DataHub.Api.Health;
using DataHub.Api.Http;
using DataHub.Api.Identity;
using DataHub.Api.Identity.Sandbox;
using DataHub.Api.Partners;
using DataHub.Api.ServerSentEvents;
using DataHub.Api.Subscriptions;
using DataHub.Api.WebSockets;

namespace DataHub.Api.Hosting;

/// <summary>Puts the web server together.</summary>
public static class HubServer
{
    /// <summary>Built, not started. Throws <see cref="StartRefusedException"/> when the settings do not allow a safe start.</summary>
    public static WebApplication Build(ServerOptions options, HubServices hub)
    {
        // Settings are read beside the program and in the data folder, not in whatever folder it was started from.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = options.Environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddDataFolder(options.DataDirectory);
        builder.Configuration.AddInMemoryCollection(options.Settings);
        var limits = builder.Configuration.Read<HostLimits>(LimitSettings.Section);
        builder.ConfigureKestrel(options, limits);
        builder.Logging.ConfigureLogging();
        builder.Services.AddSingleton(limits);
        builder.Services.AddSingleton(TimeProvider.System);
        hub.Budgets.Settings = BudgetConfiguration.From(builder.Configuration, options.Environment);
        builder.Services.AddHub(hub);
        builder.AddPartners(options, hub);
        builder.AddGraphQL(hub);
        builder.Services.AddSubscriptions(SubscriptionSettings.From(builder.Configuration));
        builder.AddIdentity(options, hub.Partners?.Directory);
        var app = builder.Build();
        app.UseMiddleware<OuterMiddleware>();
        if (options.Environment is "Development" or "Sandbox") app.MapExplorer();
        app.UseGraphQL();
        app.UseWebSockets();
        app.UseRouting();
        app.MapEndpoints();
        return app;
    }

    private static void AddHub(this IServiceCollection services, HubServices hub)
    {
        services.AddSingleton(hub.Database);
        services.AddSingleton(hub.Ids);
        services.AddSingleton(hub.GraphQL);
        services.AddSingleton(hub.Budgets);
        services.AddSingleton(new KnownScopes(hub.Scopes));
        services.AddSingleton<HealthEndpoints>();
    }

    private static void AddPartners(this WebApplicationBuilder builder, ServerOptions options, HubServices hub)
    {
        var addresses = new ClientAddresses(ProxySettings.From(builder.Configuration));
        var unregistered = UnregisteredSetting.From(builder.Configuration, options.Environment);
        builder.Services.AddSingleton(new PartnerGate(hub.Partners?.Directory, unregistered, addresses, TimeProvider.System));
        builder.Services.AddSingleton(new RateLimits(hub.Budgets, hub.Partners?.Quota));
    }

    private static void AddGraphQL(this WebApplicationBuilder builder, HubServices hub)
    {
        var settings = builder.Configuration.Read<DocumentSettings>("DataHub:Documents");
        var trusted = TrustedDocuments.Load(hub.Documents, hub.GraphQL.Check);
        builder.Services.AddSingleton(HttpSettings.From(builder.Configuration));
        builder.Services.AddSingleton(new DocumentResolver(hub.GraphQL, trusted, settings));
        builder.Services.AddSingleton<Cors>();
        builder.Services.AddSingleton<RequestReader>();
        builder.Services.AddSingleton<RequestRunner>();
        builder.Services.AddSingleton<EndpointParts>();
        builder.Services.AddSingleton<GraphQLEndpoint>();
    }

    private static void AddSubscriptions(this IServiceCollection services, SubscriptionSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<OperationStream>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<SocketServices>();
        services.AddSingleton<WebSocketEndpoint>();
    }

    // Before the routes, since the page has the endpoint's own address.
    private static void MapExplorer(this WebApplication app)
    {
        app.MapGet(ExplorerPage.Path, ExplorerPage.WritePartAsync);
        app.Use(next => http => http.Request.Path == GraphQLEndpoint.Path && ExplorerPage.IsAskedFor(http.Request)
            ? ExplorerPage.WritePageAsync(http)
            : next(http));
    }

    // The one address that most requests have, before all that looks at sockets and routes; the routes know its other spellings.
    private static void UseGraphQL(this WebApplication app)
    {
        var graphQL = app.Services.GetRequiredService<GraphQLEndpoint>();
        app.Use(next => http => http.Request.Path.Value == GraphQLEndpoint.Path && !WebSocketEndpoint.MayBeAskedFor(http.Request)
            ? graphQL.HandleAsync(http, null)
            : next(http));
    }

    private static void MapEndpoints(this WebApplication app)
    {
        var graphQL = app.Services.GetRequiredService<GraphQLEndpoint>();
        var sockets = app.Services.GetRequiredService<WebSocketEndpoint>();
        app.Map(
            GraphQLEndpoint.Path,
            http => http.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(http) : graphQL.HandleAsync(http, null));
        app.Map(GraphQLEndpoint.DocumentPath, graphQL.HandleStoredAsync);
        app.MapGet(HealthEndpoints.LivePath, HealthEndpoints.LiveAsync);
        app.MapGet(HealthEndpoints.ReadyPath, app.Services.GetRequiredService<HealthEndpoints>().ReadyAsync);
        if (app.Services.GetService<SandboxIssuer>() is null) return;
        var discovery = app.Services.GetRequiredService<DiscoveryEndpoints>();
        app.MapPost(TokenEndpoint.Path, app.Services.GetRequiredService<TokenEndpoint>().HandleAsync);
        app.MapGet(DiscoveryEndpoints.MetadataPath, discovery.WriteMetadataAsync);
        app.MapGet(DiscoveryEndpoints.KeysPath, discovery.WriteKeysAsync);
    }
}
