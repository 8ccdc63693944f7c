using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Execution;

internal static class Schemas
{
    /// <summary>For rows whose types are never asked for.</summary>
    public static Schema Empty { get; } = SchemaBuilder.Build([new Source("type Query { a: Int }", "empty.graphql")]);
}
