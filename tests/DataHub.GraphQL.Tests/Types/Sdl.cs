using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Types;

/// <summary>Short ways to build schemas in tests of this chapter.</summary>
internal static class Sdl
{
    private const string Query = "type Query { q: Int }";

    /// <summary>Builds documents named 1.graphql, 2.graphql and so on.</summary>
    public static Schema Build(params string[] documents) =>
        SchemaBuilder.Build(documents.Select((text, index) => new Source(text, $"{index + 1}.graphql")));

    /// <summary>As <see cref="Build"/>, with a query type added behind.</summary>
    public static Schema BuildWithQuery(string document) => Build(document, Query);

    /// <summary>The faults of documents, a line each.</summary>
    public static string[] Faults(params string[] documents)
    {
        var errors = Assert.Throws<GraphQLException>(() => Build(documents)).Errors;
        Assert.All(errors, e => Assert.Equal(ErrorCodes.Schema, e.Code));
        Assert.All(errors, e => Assert.Single(e.Locations));
        Assert.All(errors, CheckCoordinate);
        return [.. errors.Select(e => e.Message)];
    }

    /// <summary>The only fault of a document that gets a query type behind it, without its place.</summary>
    public static string Fault(string document)
    {
        var fault = Assert.Single(Faults(document, Query));
        Assert.Contains(" (1.graphql, line ", fault, StringComparison.Ordinal);
        return fault[..fault.LastIndexOf(" (1.graphql", StringComparison.Ordinal)];
    }

    /// <summary>Every fault begins with its coordinate; faults of the schema definition and of syntax have none.</summary>
    private static void CheckCoordinate(GraphQLError error)
    {
        if (error.Coordinate is null)
        {
            Assert.Matches("^(schema|Syntax error): ", error.Message);
            return;
        }
        Assert.StartsWith(error.Coordinate + ": ", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Coordinate, SchemaCoordinate.Parse(error.Coordinate).ToString());
    }
}
