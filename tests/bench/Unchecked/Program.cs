using System.Globalization;
using DataHub.Api.Hosting;
using DataHub.Bench.Unchecked;
using DataHub.Database.Embedded;
using DataHub.GraphQL.Types;
using Microsoft.Extensions.Logging;

// DataHub.Bench.Unchecked run --port N --data DIR: the hub's own web server over what a hub has loaded, with nothing of the contract's
// policy. It is there to measure what policy costs; no setting of the hub makes one of these.
if (args is not ["run", "--port", var port, "--data", var data])
{
    Console.Error.WriteLine("usage: DataHub.Bench.Unchecked run --port N --data DIR");
    return 2;
}
using var logging = LoggerFactory.Create(logging => logging.AddSimpleConsole());
await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = data }, CancellationToken.None);
await using var opened = UncheckedHub.Open(server.ConnectionString, data, logging.CreateLogger<UncheckedHub>());
var hub = opened.Hub;
var scopes = ((EnumType)hub.Schema.Type("Scope")!).Values.Select(value => value.Name).ToList();
await HubHost.ServeAsync(
    new ServerOptions { Port = int.Parse(port, CultureInfo.InvariantCulture), DataDirectory = data, Environment = "Sandbox" },
    new HubServices(opened.Database, hub.Ids, new UncheckedGraphQL(hub), scopes, hub.Budgets),
    Console.Out,
    CancellationToken.None);
return 0;
