using System.CommandLine;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub schema print|check|diff|documents|access</c></summary>
internal static class SchemaCommand
{
    public static Command Create() => new("schema", "The contract, schema/*.graphql.")
    {
        SchemaPrint.Create(),
        SchemaCheck.Create(),
        SchemaDiff.Create(),
        SchemaDocuments.Create(),
        SchemaAccess.Create(),
    };
}
