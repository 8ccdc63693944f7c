using System.Collections.Immutable;
using DataHub.Access;
using DataHub.GraphQL.Types;
using DataHub.Testing;
using DataHub.Tests.Differential.Naive;

namespace DataHub.Tests.Differential.Questions;

/// <summary>Makes questions from the contract: any field that the caller may have, with any arguments it takes.</summary>
/// <param name="only">Who asks; null: any of <see cref="Callers"/>.</param>
internal sealed class QuestionMaker(NastyWorldView view, int seed, Caller? only = null)
{
    private const int Deepest = 5;

    /// <summary>Callers whose row rules differ; stewards may ask most, and come twice.</summary>
    public static IReadOnlyList<Caller> Callers { get; } =
    [
        Testing.Callers.Steward, Testing.Callers.Steward, Testing.Callers.Bank, Testing.Callers.Partner, Testing.Callers.Dashboard,
        Testing.Callers.University, Testing.Callers.Owner(1), Testing.Callers.Owner(Rows.NastyRows.RichOwner), Testing.Callers.Owner(2),
    ];

    private readonly Random random = new(seed);
    private int aliases;

    public Question Make()
    {
        var caller = only ?? Callers[random.Next(Callers.Count)];
        var maker = new ArgumentMaker(view, caller, random);
        var roots = view.Schema.Query.Fields.Where(f => NaiveRoots.Names.Contains(f.Name) && view.Allows(caller, f)).ToList();
        // What hangs on businesses is most of what there is to plan.
        roots.AddRange(roots.Where(f => f.Name.StartsWith("business", StringComparison.Ordinal)).SelectMany(f => Enumerable.Repeat(f, 3)).ToList());
        var asked = Enumerable.Range(0, 1 + (random.Next(4) / 3)).Select(_ => Field(roots[random.Next(roots.Count)], maker, 0));
        return new Question(caller, [.. asked], random.Next(2) == 0 ? random.Next() : null);
    }

    private Asked Field(FieldDefinition field, ArgumentMaker maker, int depth)
    {
        var below = field.Type.Named switch
        {
            ObjectType type => Selection(type, maker, depth + 1),
            InterfaceType => Fragments(field, maker, depth + 1),
            _ => [],
        };
        var alias = field.Arguments.Count > 0 && random.Next(3) == 0 || depth == 0 ? $"{field.Name}{aliases++}" : field.Name;
        var arguments = maker.Of(field);
        return new Asked(field, alias, arguments, below) { From = From(field, below) };
    }

    private Place? From(FieldDefinition field, ImmutableArray<Asked> below)
    {
        var ends = new[] { "after", "before" }.Where(end => field.Argument(end) is not null).ToList();
        return ends.Count == 0 || below.IsEmpty || random.Next(3) > 0 ? null : new Place(ends[random.Next(ends.Count)], random.Next(200));
    }

    private ImmutableArray<Asked> Selection(ObjectType type, ArgumentMaker maker, int depth)
    {
        var open = type.Fields.Where(f => view.Allows(maker.Caller, f) && view.Types.Know(f)).ToList();
        var leaves = open.Where(f => f.Type.Named is ScalarType or EnumType).ToList();
        var others = open.Except(leaves).ToList();
        var asked = leaves.Where(_ => random.Next(leaves.Count + 2) < 3).Select(f => Field(f, maker, depth)).ToList();
        var room = depth >= Deepest ? 0 : IsPaging(type) ? 2 : random.Next(3);
        // Of what pages something is always asked that has rows.
        foreach (var field in others.OrderBy(_ => random.Next()).Take(room))
        {
            asked.Add(Field(field, maker, depth));
            if (field.Arguments.Count > 0 && random.Next(6) == 0) asked.Add(Field(field, maker, depth) with { Alias = $"again{aliases++}" });
        }
        if (asked.Count == 0 || random.Next(20) == 0) asked.Add(new Asked(null, "__typename", [], []));
        return [.. asked.OrderBy(_ => random.Next())];
    }

    private ImmutableArray<Asked> Fragments(FieldDefinition field, ArgumentMaker maker, int depth)
    {
        var possible = view.Schema.PossibleTypes(field.Type.Named).Where(t => view.Allows(maker.Caller, t) && view.Types.Has(t.Name)).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var asked = new List<Asked> { new(null, "__typename", [], []) };
        foreach (var type in possible.OrderBy(_ => random.Next()).Take(5))
            asked.AddRange(Selection(type, maker, depth).Select((f, i) => f with { On = type.Name, Alias = $"{type.Name}{i}{f.Name}" }));
        return [.. asked];
    }

    private static bool IsPaging(ObjectType type) => type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Edge", StringComparison.Ordinal);
}
