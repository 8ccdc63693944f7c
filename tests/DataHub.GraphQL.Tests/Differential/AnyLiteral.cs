using System.Globalization;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Makes literals that fit a type, and literals that fit none in particular.</summary>
/// <param name="random">Decides.</param>
/// <param name="variable">A variable that may stand in a place of that type; null where it gives none.</param>
internal sealed class AnyLiteral(Random random, Func<GraphQLType, ValueNode?> variable)
{
    private int depth;

    /// <summary>A value that the type takes.</summary>
    public ValueNode Of(GraphQLType type)
    {
        if (variable(type) is { } used) return used;
        if (type is NonNullType nonNull) return NotNull(nonNull.Of);
        return random.OneIn(12) ? new NullValueNode() : NotNull(type);
    }

    private ValueNode NotNull(GraphQLType type)
    {
        depth++;
        ValueNode value = type switch
        {
            // A single value stands for a list of one (section 3.11).
            ListType { Of.Nullable: not ListType } list when random.OneIn(4) =>
                NotNull(list.Of.Nullable) is var single and not ListValueNode ? single : new ListValueNode([]),
            ListType list => new ListValueNode(random.Many(0, depth > 3 ? 1 : 3, () => Of(list.Of))),
            InputObjectType { IsOneOf: true } input => OneOf(input),
            InputObjectType input => Object(input),
            EnumType options => new EnumValueNode(random.Pick(options.Values).Name),
            ScalarType scalar => Scalar(scalar),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
        depth--;
        return value;
    }

    private ObjectValueNode Object(InputObjectType type)
    {
        var given = type.Fields.Where(f => f.IsRequired || (depth < 4 && random.OneIn(3)));
        var fields = given.Select(f => new ObjectFieldNode(new NameNode(f.Name), Of(f.Type)));
        return new ObjectValueNode([.. fields.OrderBy(_ => random.Next())]);
    }

    private ObjectValueNode OneOf(InputObjectType type)
    {
        var leaves = type.Fields.Where(f => f.Type.Nullable is ScalarType or EnumType).ToList();
        var field = random.Pick(depth > 3 ? leaves : type.Fields);
        return new ObjectValueNode([new ObjectFieldNode(new NameNode(field.Name), Of(new NonNullType(field.Type.Nullable)))]);
    }

    private ValueNode Scalar(ScalarType type) => type.Name switch
    {
        "Int" => new IntValueNode(Int()),
        "Float" => random.OneIn(2) ? new IntValueNode(Int()) : new FloatValueNode(Float()),
        "Boolean" => new BooleanValueNode(random.OneIn(2)),
        "String" => Text(),
        "ID" => random.OneIn(2) ? new IntValueNode(Int()) : Text(),
        _ => Anything() is var any and not NullValueNode ? any : Text(),
    };

    /// <summary>A literal of any kind.</summary>
    public ValueNode Anything() => random.Next(depth < 4 ? 10 : 7) switch
    {
        0 => new IntValueNode(random.Pick(["0", "-1", "2147483648", "9120001234567", Int()])),
        1 => new FloatValueNode(random.Pick(["1.0", "1e3", "1e400", Float()])),
        2 => Text(),
        3 => new BooleanValueNode(random.OneIn(2)),
        4 => new NullValueNode(),
        5 or 6 => new EnumValueNode(random.Pick(["SMALL", "FOOT", "MIKRO", "nope"])),
        7 or 8 => Deeper(() => new ListValueNode(random.Many(0, 2, Anything))),
        _ => Deeper(() => new ObjectValueNode([.. new[] { "text", "number", "name" }.Where(_ => random.OneIn(2))
            .Select(name => new ObjectFieldNode(new NameNode(name), Anything()))])),
    };

    private StringValueNode Text() => new(random.Pick(["", "a", "1", "SMALL", "9120001234567", "é\n\"", "2026-01-31"]), random.OneIn(5));

    private string Int() => random.Next(-1000, 100_000).ToString(CultureInfo.InvariantCulture);

    private string Float() => (random.NextDouble() * 100).ToString("F3", CultureInfo.InvariantCulture);

    private T Deeper<T>(Func<T> make)
    {
        depth++;
        var made = make();
        depth--;
        return made;
    }
}
