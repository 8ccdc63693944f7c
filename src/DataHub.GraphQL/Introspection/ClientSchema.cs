using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Introspection;

/// <summary>
/// A schema as a client sees it: made from what introspection answered. Custom directives are defined but applied nowhere, since
/// introspection does not tell where they are. https://spec.graphql.org/September2025/#sec-Schema-Introspection
/// </summary>
public static class ClientSchema
{
    /// <summary>
    /// Builds the schema. <paramref name="introspection"/> is the <c>data</c> of an answer (with <c>__schema</c>), or the answer itself.
    /// Throws <see cref="GraphQLException"/> when it is no complete introspection result, or the schema in it is not valid.
    /// </summary>
    public static Schema Build(JsonElement introspection) =>
        SchemaBuilder.Build([new Source(Printer.Print(Document(introspection)), "introspection")]);

    /// <summary>The same as a document of definitions, in the order of the answer; what the specification brings is left out.</summary>
    public static DocumentNode Document(JsonElement introspection)
    {
        try
        {
            return new IntrospectionReader(SchemaOf(introspection)).Document();
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw Incomplete();
        }
    }

    private static JsonElement SchemaOf(JsonElement introspection)
    {
        if (introspection.ValueKind != JsonValueKind.Object) throw Incomplete();
        var data = introspection.TryGetProperty("data", out var inner) ? inner : introspection;
        return data.GetProperty("__schema");
    }

    private static GraphQLException Incomplete() => new(new GraphQLError(
        "This is no complete introspection result: it lacks a member that every schema has, or one is of another kind.",
        ErrorCodes.Schema));
}
