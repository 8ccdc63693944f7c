using System.CommandLine;
using DataHub.Api.Documents;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Releases;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub schema check</c></summary>
internal static class SchemaCheck
{
    public static Command Create()
    {
        var check = new Command("check", "Check the contract against the code, what was released and the stored documents.");
        check.SetAction(async (parsed, cancellationToken) => await CheckAsync(parsed.InvocationConfiguration));
        return check;
    }

    private static async Task<int> CheckAsync(InvocationConfiguration streams)
    {
        Schema schema;
        try
        {
            schema = SchemaBuilder.Build(Contract.Sources());
        }
        catch (GraphQLException exception)
        {
            foreach (var error in exception.Errors) await streams.Error.WriteLineAsync(error.Message);
            return 1;
        }
        IReadOnlyList<string> faults = [.. await CodeFaultsAsync(), .. ReleaseFaults(schema), .. DocumentFaults(schema)];
        foreach (var fault in faults) await streams.Error.WriteLineAsync(fault);
        if (faults.Count > 0) return 1;
        await streams.Output.WriteLineAsync($"{Contract.Sources().Count} files, {schema.Types.Count} types: contract and code agree.");
        if (ReleasedContracts.Last() is { } last)
            await streams.Output.WriteLineAsync($"schema/{last}: nothing it promised is broken unannounced.");
        await streams.Output.WriteLineAsync($"{StoredDocument.Embedded().Count} stored documents fit the contract.");
        return 0;
    }

    private static IReadOnlyList<string> DocumentFaults(Schema schema)
    {
        var check = new DocumentCheck(new GraphQLEngine(schema, new EngineOptions()).Prepare, schema);
        foreach (var document in StoredDocument.Embedded()) check.Read(document);
        return check.Faults;
    }

    private static async Task<IEnumerable<string>> CodeFaultsAsync()
    {
        // The check compares names and types; no connection is opened.
        await using var nowhere = NpgsqlDataSource.Create("Host=localhost");
        try
        {
            HubFactory.Create(new HubParts(nowhere, HubKeys.Generate(), TimeProvider.System, (_, _) => { }));
            return [];
        }
        catch (GraphQLException exception)
        {
            return exception.Errors.Select(e => e.Message);
        }
        catch (InvalidOperationException exception)
        {
            return [exception.Message];
        }
    }

    private static IEnumerable<string> ReleaseFaults(Schema schema)
    {
        if (ReleasedContracts.Last() is not { } last) return [];
        try
        {
            var changes = new ContractChanges(ReleasedContracts.Read(last), schema, PlannedRemovals.OfContract(), TimeProvider.System);
            return changes.Refused.Select(change => SchemaDiff.Line(changes, change)
                + (changes.Plan(change) is null ? $" It is not in schema/{PlannedRemovals.FileName}." : " That day has not come."));
        }
        catch (FormatException exception)
        {
            return [exception.Message];
        }
    }
}
