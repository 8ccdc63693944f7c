using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DataHub.Access;
using DataHub.GraphQL.Types;

namespace DataHub.Tests.Differential.Questions;

/// <summary>Questions for the ids of one list: of Query, or of a business that has much. All else is conditions, order and page.</summary>
internal sealed class ListMaker(NastyWorldView view, Caller caller, Random random)
{
    private readonly ArgumentMaker arguments = new(view, caller, random) { GivesAll = true };

    /// <param name="pages">Whether the list is asked from one of its ends: then it has a size and a place to go on from.</param>
    public Question Make(bool pages)
    {
        var query = view.Schema.Query;
        var roots = query.Fields.Where(IsOpenList).ToList();
        if (view.Allows(caller, query.Field("business")!)) roots.AddRange([query.Field("businesses")!, query.Field("business")!, query.Field("business")!]);
        if (caller.PersonId is not null) roots.Add(query.Field("me")!);
        var root = roots[random.Next(roots.Count)];
        return new Question(caller, [IsOpenList(root) ? List(root, pages) : Below(root, pages)], random.Next(2) == 0 ? random.Next() : null);
    }

    /// <summary>The list of a question made here; null of one that has lost it.</summary>
    public static Asked? ListOf(Question question) => question.Roots[0] is { Alias: "root" } root ? root.Below.FirstOrDefault() : question.Roots[0];

    private Asked Below(FieldDefinition root, bool pages)
    {
        var lists = ((ObjectType)root.Type.Named).Fields.Where(IsOpenList).ToList();
        var nib = root.Argument("nib") is { } argument ? [new Given(argument, random.Next(2) == 0 ? "0000000000001" : "0000000000002")] : ImmutableArray<Given>.Empty;
        return new Asked(root, "root", nib, [List(lists[random.Next(lists.Count)], pages)]);
    }

    private bool IsOpenList(FieldDefinition field) =>
        field.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal) && view.Allows(caller, field) && view.Types.Know(field);

    private Asked List(FieldDefinition field, bool pages)
    {
        var given = arguments.Of(field);
        if (!pages) return new Asked(field, "list", given, Page((ObjectType)field.Type.Named));
        var goesBack = field.Argument("last") is not null && random.Next(2) == 0;
        var size = new Given(field.Argument(goesBack ? "last" : "first")!, JsonValue.Create(3 + random.Next(40)));
        return new Asked(field, "list", [.. given.Where(g => g.Argument.Name is not ("first" or "last")), size], Page((ObjectType)field.Type.Named))
        {
            From = new Place(goesBack ? "before" : "after", 0),
        };
    }

    private ImmutableArray<Asked> Page(ObjectType connection)
    {
        var edge = (ObjectType)connection.Field("edges")!.Type.Named;
        var node = (ObjectType)edge.Field("node")!.Type.Named;
        var info = (ObjectType)connection.Field("pageInfo")!.Type.Named;
        return
        [
            .. connection.Fields.Where(f => f.Type.Named is ScalarType && view.Allows(caller, f)).Select(f => Leaf(connection, f.Name)),
            new Asked(connection.Field("pageInfo"), "pageInfo", [], [.. info.Fields.Select(f => Leaf(info, f.Name))]),
            new Asked(connection.Field("edges"), "edges", [], [Leaf(edge, "cursor"), new Asked(edge.Field("node"), "node", [], [Leaf(node, "id")])]),
        ];
    }

    private static Asked Leaf(ObjectType type, string name) => new(type.Field(name), name, [], []);
}
