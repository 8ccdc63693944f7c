using System.Globalization;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential.Worlds;

/// <summary>
/// Objects made of a seed, a type and a number, with nulls, failures and unfit values among theirs; npm/world.mjs has the same.
/// </summary>
internal sealed class World
{
    private static readonly double[] Numbers = [0.1, 1e21, 1e-7, 5e-324, double.MaxValue, 0, 1.2345678901234568e20, 1.0 / 3];
    private static readonly string[] Texts = ["", "é", "\u2028", "\"\\\n\t/", "😀", "\u0001", "a", "</script>", "\u007f"];
    private static readonly double[] Unfit = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private readonly int seed;

    public World(Schema schema, int seed)
    {
        (Schema, this.seed) = (schema, seed);
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => !t.IsBuiltIn))
            foreach (var field in type.Fields) field.Resolver = ResolverOf(field);
    }

    public Schema Schema { get; }

    public readonly record struct Thing(ObjectType Type, int Number);

    // Root fields need a resolver; of the others some have one, which answers at once or later, and the rest is read from the rows.
    private DelegateResolver? ResolverOf(FieldDefinition field)
    {
        var way = new Draws($"{seed}/{field.Coordinate}").Next(3);
        if (field.Parent == Schema.Query) return new DelegateResolver((context, _) => new(Read(context.Field, [0])));
        return way == 2 ? null : new DelegateResolver(async (context, parents) =>
        {
            if (way == 1) await Task.Yield();
            var numbers = parents.Column<int>("number");
            return Read(context.Field, [.. Enumerable.Range(0, parents.Count).Select(row => numbers[row])]);
        });
    }

    private ResolvedField Read(FieldSelection field, IReadOnlyList<int> numbers)
    {
        var shape = new Shape(field.Definition.Type);
        var errors = new List<RowError>();
        for (var row = 0; row < numbers.Count; row++)
        {
            var name = string.Create(
                CultureInfo.InvariantCulture, $"{seed}/{field.Definition.Parent.Name}/{numbers[row]}/{field.Definition.Name}");
            var draws = new Draws(name);
            var fails = draws.Next(16) == 0;
            if (fails) errors.Add(new RowError(row, new GraphQLError("thrown", "THROWN")));
            shape.Add(fails ? null : ValueOf(draws, field.Definition.Type, field.Arguments), 0);
        }
        return shape.Close(errors, things => Rows(field.Definition, things));
    }

    /// <summary>An object that occurs twice has a row for each, or one for both.</summary>
    private (RowSet Rows, int[] RowOf) Rows(FieldDefinition field, IReadOnlyList<Thing?> things)
    {
        var given = things.OfType<Thing>();
        var rows = (field.Coordinate.Length % 2 == 0 ? given.Distinct() : given).ToList();
        var next = 0;
        var rowOf = things.Select(t => t is { } thing ? (field.Coordinate.Length % 2 == 0 ? rows.IndexOf(thing) : next++) : -1).ToArray();
        return (new ThingRows(this, rows), rowOf);
    }

    private object? ValueOf(Draws draws, GraphQLType type, IReadOnlyDictionary<string, object?> arguments)
    {
        if (draws.Next(type.IsNonNull ? 16 : 6) == 0) return null;
        switch (type.Nullable)
        {
            case ListType list:
                var items = new object?[draws.Next(4)];
                for (var i = 0; i < items.Length; i++) items[i] = ValueOf(draws, list.Of, arguments);
                return items;
            case ObjectType one:
                return new Thing(one, draws.Next(5));
            case InterfaceType or UnionType:
                var types = Schema.PossibleTypes(type.Named).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
                return types.Count == 0 ? null : new Thing(types[draws.Next(types.Count)], draws.Next(5));
            default:
                return LeafOf(draws, type.Named, arguments);
        }
    }

    private static object LeafOf(Draws draws, NamedType type, IReadOnlyDictionary<string, object?> arguments)
    {
        var odd = draws.Next(16) == 0;
        if (type is EnumType options) return odd ? "NO_VALUE" : options.Values[draws.Next(options.Values.Count)].Name;
        switch (type.Name)
        {
            case "Int": return odd ? 2147483648L + draws.Next(10) : draws.Next(2000) - 1000L;
            case "Float": return odd ? Unfit[draws.Next(3)] : Numbers[draws.Next(Numbers.Length)];
            case "Boolean": return draws.Next(2) == 1;
            default:
                var text = Texts[draws.Next(Texts.Length)] + draws.Next(10).ToString(CultureInfo.InvariantCulture);
                return arguments.Count > 0 ? $"args:{CoercedValue.Of(arguments)}" : text;
        }
    }

    private sealed class ThingRows(World world, IReadOnlyList<Thing> things) : RowSet
    {
        public override int Count => things.Count;

        public override ObjectType TypeOf(int row) => things[row].Type;

        public override ResolvedField Read(FieldSelection field) => world.Read(field, [.. things.Select(t => t.Number)]);

        public override Column<T> Column<T>(string name) => (Column<T>)(object)new ArrayColumn<int>([.. things.Select(t => t.Number)]);
    }

    /// <summary>The draws of one field of one object.</summary>
    private sealed class Draws
    {
        private uint state = 2166136261;

        public Draws(string text)
        {
            foreach (var character in text) state = unchecked((state ^ character) * 16777619);
            if (state == 0) state = 1;
            for (var i = 0; i < 4; i++) Next(2);
        }

        public int Next(int n)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)((state >> 4) % (uint)n);
        }
    }
}
