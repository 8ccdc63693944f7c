using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>Collects what is wrong with a type system.</summary>
internal sealed class SchemaFaults
{
    private readonly List<(SyntaxNode At, GraphQLError Error)> faults = [];

    /// <summary>
    /// Stands for the schema definition, which is no schema element and so has no coordinate (section 2.14). No name can be mistaken
    /// for it.
    /// </summary>
    public const string OfSchema = "(schema)";

    /// <summary>The fault's text: "Business.loans: what is wrong (credit.graphql, line 12)".</summary>
    public void Add(SyntaxNode at, string coordinate, string message) =>
        faults.Add((at, Error(at.Source, at.Location, coordinate, message)));

    /// <summary>All faults in the order of the documents.</summary>
    public IReadOnlyList<GraphQLError> InOrderOf(IReadOnlyList<Source> sources)
    {
        var order = sources.Distinct().Select((source, index) => (source, index)).ToDictionary(s => s.source, s => s.index);
        return [.. faults.OrderBy(f => f.At.Source is { } source ? order.GetValueOrDefault(source, -1) : -1)
            .ThenBy(f => f.At.Start).Select(f => f.Error)];
    }

    public static GraphQLError Error(Source? source, SourceLocation location, string? coordinate, string message)
    {
        var subject = coordinate switch
        {
            null => "",
            OfSchema => "schema: ",
            _ => $"{coordinate}: ",
        };
        return new GraphQLError($"{subject}{message} ({source?.Name ?? "unnamed document"}, line {location.Line})", ErrorCodes.Schema)
        {
            Locations = [location],
            Coordinate = coordinate is OfSchema ? null : coordinate,
        };
    }
}
