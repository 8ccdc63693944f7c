using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Api.Documents;

/// <summary>Where in a document which field of the contract is asked, also when the contract has no such field (any more).</summary>
internal sealed class FieldPlaces
{
    private readonly List<(SourceLocation Location, string Coordinate)> places = [];
    private readonly Schema schema;

    private FieldPlaces(Schema schema) => this.schema = schema;

    /// <summary>
    /// Coordinate of the last field that begins at or before a place, <c>Business.scale</c>; null before the first field and in a text
    /// that is no document.
    /// </summary>
    public static string? At(SourceLocation location, string text, Schema schema)
    {
        var places = new FieldPlaces(schema);
        try
        {
            foreach (var definition in Parser.Parse(new Source(text), ParserOptions.Trusted).Definitions) places.Add(definition);
        }
        catch (GraphQLException)
        {
            return null;
        }
        return places.places
            .Where(place => (place.Location.Line, place.Location.Column).CompareTo((location.Line, location.Column)) <= 0)
            .OrderBy(place => (place.Location.Line, place.Location.Column))
            .LastOrDefault().Coordinate;
    }

    private void Add(DefinitionNode definition)
    {
        if (definition is FragmentDefinitionNode fragment) Add(fragment.SelectionSet, schema.Type(fragment.TypeCondition.Name.Value));
        else if (definition is OperationDefinitionNode operation) Add(operation.SelectionSet, Root(operation.Operation));
    }

    private void Add(SelectionSetNode selections, NamedType? parent)
    {
        foreach (var selection in selections.Selections)
        {
            if (selection is InlineFragmentNode inline)
                Add(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.Type(condition.Name.Value) : parent);
            else if (selection is FieldNode field && parent is not null) Add(field, parent);
        }
    }

    private void Add(FieldNode field, NamedType parent)
    {
        places.Add((field.Location, $"{parent.Name}.{field.Name.Value}"));
        var type = (parent as FieldsType)?.Field(field.Name.Value)?.Type.Named;
        if (field.SelectionSet is not null) Add(field.SelectionSet, type);
    }

    private ObjectType? Root(OperationType operation) => operation switch
    {
        OperationType.Query => schema.Query,
        OperationType.Mutation => schema.Mutation,
        _ => schema.Subscription,
    };
}
