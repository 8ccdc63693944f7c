using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Tests.Database.Walls;

/// <summary>
/// Documents that together ask for all that a view has: each object type behind each field below each root field with all its values, each
/// field that takes arguments with each of these, and with each condition and each order by itself.
/// </summary>
internal sealed class ViewQuestions(HubView view)
{
    private readonly HashSet<(string Root, string Field, string Type)> gone = [];
    private readonly SampleArguments samples = new(view);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Coordinates of the fields that were in a document.</summary>
    public IReadOnlySet<string> Asked => asked;

    /// <summary>The documents of all root fields of an operation.</summary>
    public IEnumerable<string> Of(ObjectType root, string operation)
    {
        foreach (var field in root.Fields)
            foreach (var below in Of(field, field))
                yield return $"{operation} {{ {below} }}";
    }

    /// <summary>The field in all its forms, with each of the types that it leads to.</summary>
    private IEnumerable<string> Of(FieldDefinition field, FieldDefinition root)
    {
        asked.Add(field.Coordinate);
        foreach (var type in view.Schema.PossibleTypes(field.Type.Named).Where(type => gone.Add((root.Name, field.Coordinate, type.Name))))
        {
            var plain = $"{field.Name}{samples.Needed(field, field.Name == "node" ? type.Name : null)}";
            foreach (var below in Of(type, root)) yield return $"{plain} {{ ... on {type.Name} {{ {below} }} }}";
        }
        var selection = field.Type.Named is FieldsType ? " { __typename }" : "";
        if (field.Type.Named is ObjectType list && list.Field("nodes") is not null)
            selection = " { nodes { __typename } pageInfo { endCursor } }";
        foreach (var arguments in samples.Each(field)) yield return $"{field.Name}{arguments}{selection}";
    }

    /// <summary>All values of the type, then what it leads to.</summary>
    private IEnumerable<string> Of(ObjectType type, FieldDefinition root)
    {
        var values = type.Fields.Where(field => field.Type.Named is not FieldsType).ToList();
        foreach (var value in values) asked.Add(value.Coordinate);
        yield return string.Join(' ', values.Select(value => value.Name + samples.Needed(value, null)).Prepend("__typename"));
        foreach (var field in type.Fields.Except(values))
            foreach (var below in Of(field, root)) yield return below;
    }
}
