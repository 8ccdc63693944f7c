using System.Globalization;
using DataHub.Bench.Floor;

// The hand-written endpoint: DataHub.Bench.Floor PORT CONNECTION-STRING. POST /Q1 … /Q7 with the body a GraphQL client would send:
// its variables are read, its document is not. It knows no tokens.
if (args is not [var port, var connectionString])
{
    Console.Error.WriteLine("usage: DataHub.Bench.Floor PORT CONNECTION-STRING");
    return 2;
}
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
await using var endpoint = new FloorEndpoint(connectionString);
var app = builder.Build();
app.Run(endpoint.AnswerAsync);
await app.RunAsync();
return 0;
