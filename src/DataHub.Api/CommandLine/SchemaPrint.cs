using System.CommandLine;
using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub schema print</c></summary>
internal static class SchemaPrint
{
    private static readonly Option<bool> ForClients = new("--for-clients")
    {
        Description = "Leave out the directives that introspection does not carry.",
    };

    public static Command Create()
    {
        var print = new Command("print", "Write the contract as one SDL document, sorted by name: the form of schema/released.")
        {
            ForClients,
        };
        print.SetAction(async (parsed, _) =>
        {
            var schema = SchemaBuilder.Build(Contract.Sources());
            var text = SchemaPrinter.Print(schema, appliedDirectives: !parsed.GetValue(ForClients));
            await parsed.InvocationConfiguration.Output.WriteAsync(text);
            return 0;
        });
        return print;
    }
}
