using DataHub.Access;
using DataHub.Database.Walls;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Database.Walls;

/// <summary>
/// Which stored fields the contract closes to a kind of consumers, and which of these PostgreSQL cannot keep from it because what the field is
/// read from is open to it for another reason.
/// </summary>
internal sealed class SharedColumns(Hub hub)
{
    private readonly Dictionary<ConsumerKind, WallGrants> grants =
        ConsumerKinds.All.ToDictionary(kind => kind.Kind, kind => WallGrants.Of(hub, kind, WallExceptions.All));

    // As they are stored, whoever sees what of them.
    private readonly IReadOnlyDictionary<string, TableType> types = hub.Unchecked(Callers.Steward).Types;

    private readonly Dictionary<ConsumerKind, IReadOnlyDictionary<string, TableType>> seen =
        ConsumerKinds.All.ToDictionary(
            kind => kind.Kind, kind => hub.For(new Caller(kind.Role, kind.Role, "", kind.Scopes, kind.Purpose, 0)).Types);

    /// <summary>A stored field that is closed to a kind, or of which it sees another form.</summary>
    /// <param name="Coordinate">In the contract.</param>
    /// <param name="IsShared">True when its columns are open to the kind for another reason.</param>
    /// <param name="IsExcepted">True when the other form is made of these columns, and an exception says so.</param>
    public sealed record Closed(string Coordinate, bool IsShared, bool IsExcepted);

    /// <summary>The stored fields of an operation that a kind may not have.</summary>
    public IEnumerable<Closed> DeniedTo(ConsumerKind kind, OperationPlan plan) =>
        Met(Fields(plan.Root), surely: true).Select(field => Of(kind, field)).OfType<Closed>();

    /// <summary>True when an operation asks for something that the kind may not have, stored or not, read or not.</summary>
    public bool ReachesClosed(ConsumerKind kind, OperationPlan plan) =>
        plan.Fields().Any(f => IsOfClosed(kind, f.Field))
        || Met(plan.Fields().Select(f => f.Field), surely: false).Any(field => !grants[kind].Open.Contains(field.Coordinate)
            || Of(kind, field) is { IsShared: false }
            // For callers that are no person nothing is read there.
            || (kind != ConsumerKind.Owner && field.Coordinate is ("Me.person" or "Me.businesses"))
            || (field.Type.Named is ObjectType type && !grants[kind].Open.Contains(type.Name)));

    // The row of an id is read whatever is asked of it.
    private bool IsOfClosed(ConsumerKind kind, FieldSelection field) => field.Definition.Name == "node" && field.Arguments.ContainsKey("id")
        && types.Values.Any(type => type.IsNode && !grants[kind].Open.Contains(type.Name)
            && hub.Ids.TryDecode(type.Name, field.Argument<string>("id")!, out _));

    /// <summary>All stored fields that are closed to a kind.</summary>
    public IEnumerable<Closed> ClosedTo(ConsumerKind kind) =>
        hub.Schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields).Select(field => Of(kind, field)).OfType<Closed>();

    // In its selections, or told of by its conditions and orders.
    private IEnumerable<FieldDefinition> Met(IEnumerable<FieldSelection> fields, bool surely) => fields
        .SelectMany(field => field.Arguments.Where(argument => argument.Key != "order" || ReadsRows(field))
            .SelectMany(argument => Told(argument.Value, surely)).Append(field.Definition))
        .Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal))
        .Distinct();

    // Whole lists that are only counted have no order.
    private static bool ReadsRows(FieldSelection list) => list.Selections.Values
        .Any(below => below.Fields.Any(field => field.Definition.Name is "nodes" or "edges" or "pageInfo"));

    // Of node(id) only what is asked of the type of the id is read.
    private IEnumerable<FieldSelection> Fields(SelectionPlan selection) => selection.Fields.SelectMany(field => field.Selections
        .Where(below => field.Definition.Name != "node" || field.Argument<string>("id") is not { } id
            || hub.Ids.TryDecode(below.Key.Name, id, out _))
        .SelectMany(below => Fields(below.Value))
        .Prepend(field));

    private Closed? Of(ConsumerKind kind, FieldDefinition field)
    {
        var isMasked = seen[kind].GetValueOrDefault(field.Parent.Name)?.Fields.GetValueOrDefault(field.Name) is MaskedField or HiddenField;
        if (grants[kind].Open.Contains(field.Coordinate) && !isMasked) return null;
        if (!types.TryGetValue(field.Parent.Name, out var type) || type.Fields.GetValueOrDefault(field.Name) is not { } read) return null;
        string[]? columns = read switch
        {
            ColumnField column => [column.Column],
            ComputedField computed => [.. computed.Inputs.Select(input => input.Column)],
            ExpressionField expression => [.. expression.Inputs],
            _ => null,
        };
        var table = type.Source.ToStatement().Text;
        // What a resolver puts together itself has no table to keep it in.
        if (columns is null || table.Length == 0) return null;
        var open = grants[kind].Columns.GetValueOrDefault(table);
        return new Closed(
            field.Coordinate,
            open is not null && columns.All(open.Contains),
            isMasked && WallExceptions.All.Any(e =>
                e.Coordinate == field.Coordinate && e.Relation == table && columns.All(e.Columns.Contains)));
    }

    private IEnumerable<FieldDefinition> Told(object? value, bool surely) => value switch
    {
        object?[] items => items.SelectMany(item => Told(item, surely)),
        InputObject input when surely && Constant("", input) is not null => [],
        InputObject input => input
            .Where(entry => !IsEmpty(entry.Value) && !(surely && entry.Key == "or" && Constant("or", entry.Value) is not null))
            .SelectMany(entry => Told(entry.Value, surely).Concat(Told(input.Type, entry.Key))),
        _ => [],
    };

    // A condition on a value that says nothing is none; one on a list asks whether there are any.
    private static bool IsEmpty(object? value) => value is null
        || (value is InputObject input && !IsOfList(input) && input.All(entry => IsEmpty(entry.Value)));

    // What PostgreSQL sees to hold for all rows or none before it reads any: conditions beside it are dropped, with what they would read.
    private static bool? Constant(string field, object? value) => (field, value) switch
    {
        (_, null) => true,
        ("and", object?[] items) => All(items.Select(item => Constant("", item))),
        ("or", object?[] items) => !All(items.Select(item => !Constant("", item))),
        ("not", InputObject input) => !Constant("", input),
        (_, InputObject input) when !IsOfList(input) => All(input.Select(entry => Constant(entry.Key, entry.Value))),
        _ => null,
    };

    private static bool? All(IEnumerable<bool?> conditions) => conditions.ToList() switch
    {
        var all when all.Contains(false) => false,
        var all when all.Contains(null) => null,
        _ => true,
    };

    private static bool IsOfList(InputObject input) => input.Type.Name.EndsWith("ListFilterInput", StringComparison.Ordinal);

    private IEnumerable<FieldDefinition> Told(InputObjectType input, string field)
    {
        foreach (var suffix in new[] { "FilterInput", "SortInput" })
            if (input.Name.EndsWith(suffix, StringComparison.Ordinal)
                && (hub.Schema.Type(input.Name[..^suffix.Length]) as ObjectType)?.Field(field) is { } told) yield return told;
    }
}
