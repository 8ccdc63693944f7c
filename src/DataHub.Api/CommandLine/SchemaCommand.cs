using System.CommandLine;
using DataHub.Api.Documents;
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
        return new Command("schema", "The contract, schema/*.graphql.") { check, SchemaDocuments.Create() };
    }

    private static async Task<int> CheckAsync(InvocationConfiguration streams)
    {
        // The check compares names and types; no connection is opened.
        await using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        try
        {
            var hub = HubFactory.Create(new HubParts(nowhere, HubKeys.Generate(), TimeProvider.System, (_, _) => { }));
            await streams.Output.WriteLineAsync($"{Contract.Sources().Count} files, {hub.Schema.Types.Count} types: contract and code agree.");
            return await CheckDocumentsAsync(hub, streams);
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

    private static async Task<int> CheckDocumentsAsync(Hub hub, InvocationConfiguration streams)
    {
        var documents = StoredDocument.Embedded();
        var check = new DocumentCheck(hub.Engine.Prepare, hub.Schema);
        foreach (var document in documents) check.Read(document);
        if (check.Faults.Count > 0) await streams.Error.WriteLineAsync(check.Message);
        else await streams.Output.WriteLineAsync($"{documents.Count} stored documents fit the contract.");
        return check.Faults.Count == 0 ? 0 : 1;
    }
}
