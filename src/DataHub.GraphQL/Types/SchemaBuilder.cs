using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types;

/// <summary>Builds a schema from SDL documents.</summary>
public static class SchemaBuilder
{
    /// <summary>
    /// Builds and checks a schema (all rules of section 3). Throws <see cref="Errors.GraphQLException"/> with every fault found, each by its schema coordinate,
    /// file and line.
    /// </summary>
    public static Schema Build(IEnumerable<Source> sources) => throw new NotSupportedException($"{sources} cannot be built yet.");
}
