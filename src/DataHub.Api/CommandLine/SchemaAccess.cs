using System.CommandLine;
using DataHub.Access;
using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub schema access</c></summary>
internal static class SchemaAccess
{
    public static Command Create()
    {
        var access = new Command("access", "Write who sees which field, for which purpose and in which form, as a table.");
        access.SetAction(async (parsed, _) =>
        {
            var matrix = AccessMatrix.Of(SchemaBuilder.Build(Contract.Sources()));
            await parsed.InvocationConfiguration.Output.WriteAsync(matrix.ToMarkdown());
            return 0;
        });
        return access;
    }
}
