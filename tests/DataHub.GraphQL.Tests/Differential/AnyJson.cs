using System.Globalization;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Makes JSON values for a type: most fit it, some do not.</summary>
internal sealed class AnyJson(Random random)
{
    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "1.0", "1.5", "1e2",
        "1E-2", "15e-1", "2147483647", "-2147483648", "2147483648", "-2147483649", "9007199254740991",
        "1e9", "3e9", "0.1", "1.7976931348623157e308", "1e400", "-1e400", "5e-324", "1e-400", "12345678901", "0.0", "-0.0", "2.147483647e9",
    ];

    private static readonly string[] Texts =
    [
        "\"\"", "\"a\"", "\"1\"", "\"SMALL\"", "\"LARGE\"", "\"small\"",
        "\"true\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\n\\\"\"", "\"1.5\"", "\"nope\"", "\"\\u0000\"",
    ];

    private int depth;

    public string Of(GraphQLType type)
    {
        if (random.OneIn(25)) return Anything();
        if (type is NonNullType nonNull) return NotNull(nonNull.Of);
        return random.OneIn(8) ? "null" : NotNull(type);
    }

    private string NotNull(GraphQLType type)
    {
        depth++;
        var value = type switch
        {
            ListType list => random.OneIn(5) ? Of(list.Of) : $"[{string.Join(',', random.Many(0, depth > 3 ? 1 : 3, () => Of(list.Of)))}]",
            InputObjectType { IsOneOf: true } input => OneOf(input),
            InputObjectType input => Object(input.Fields.Where(f => f.IsRequired ? !random.OneIn(25) : depth < 4 && random.OneIn(3))),
            EnumType options => random.OneIn(12) ? random.Pick(Texts) : $"\"{random.Pick(options.Values).Name}\"",
            ScalarType scalar => Scalar(scalar),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
        depth--;
        return value;
    }

    private string Object(IEnumerable<InputValueDefinition> fields)
    {
        var members = fields.Select(f => $"\"{f.Name}\":{Of(f.Type)}").OrderBy(_ => random.Next()).ToList();
        if (random.OneIn(25)) members.Add($"\"{random.Pick(["nope", "", "__proto__", "constructor", "9120001234567"])}\":{Anything()}");
        return $"{{{string.Join(',', members)}}}";
    }

    private string OneOf(InputObjectType type)
    {
        var leaves = type.Fields.Where(f => f.Type.Nullable is ScalarType or EnumType).ToList();
        var some = (depth > 3 ? leaves : type.Fields).OrderBy(_ => random.Next());
        return Object(some.Take(random.OneIn(8) ? random.Next(3) : 1));
    }

    private string Scalar(ScalarType type) => type.Name switch
    {
        "Int" or "Float" => random.OneIn(3) ? random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture) : random.Pick(Numbers),
        "Boolean" => random.OneIn(15) ? random.Pick(["0", "1", "\"true\""]) : random.Pick(["true", "false"]),
        "String" => random.OneIn(15) ? random.Pick(Numbers) : random.Pick(Texts),
        "ID" => random.OneIn(2) ? random.Pick(Numbers) : random.Pick(Texts),
        _ => Anything(),
    };

    private string Anything()
    {
        depth++;
        var made = random.Next(depth < 5 ? 7 : 5) switch
        {
            0 or 1 => random.Pick(Numbers),
            2 or 3 => random.Pick(Texts),
            4 => random.Pick(["null", "true", "false"]),
            5 => $"[{string.Join(',', random.Many(0, 2, Anything))}]",
            _ => $"{{\"a\":{Anything()}{(random.OneIn(2) ? "" : $",\"b\":{Anything()}")}}}",
        };
        depth--;
        return made;
    }
}
