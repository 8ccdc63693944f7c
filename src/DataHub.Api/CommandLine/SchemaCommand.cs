using System.CommandLine;
using DataHub.GraphQL.Errors;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub schema check</c></summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var check = new Command("check", "Check the contract, and that the code gives each of its fields.");
        check.SetAction(async (parsed, cancellationToken) => await CheckAsync(parsed.InvocationConfiguration));
        return new Command("schema", "The contract, schema/*.graphql.") { check };
    }

    private static async Task<int> CheckAsync(InvocationConfiguration streams)
    {
        // The check compares names and types; no connection is opened.
        await using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        try
        {
            var hub = HubFactory.Create(new HubParts(nowhere, HubKeys.Generate(), TimeProvider.System, (_, _) => { }));
            await streams.Output.WriteLineAsync($"{Contract.Sources().Count} files, {hub.Schema.Types.Count} types: contract and code agree.");
            return 0;
        }
        catch (GraphQLException exception)
        {
            foreach (var error in exception.Errors) await streams.Error.WriteLineAsync(error.Message);
        }
        catch (InvalidOperationException exception)
        {
            await streams.Error.WriteLineAsync(exception.Message);
        }

        return 1;
    }
}
