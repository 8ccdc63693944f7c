using System.Text;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential.Worlds;

/// <summary>
/// An operation drawn at random over a schema, with its variables: fields repeated and merged, aliases, fragments, conditions, arguments
/// as literals, variables and both mixed. Most are valid and most variables fit.
/// </summary>
internal sealed class RandomRequest
{
    private readonly Schema schema;
    private readonly Random random;
    private readonly AnyJson json;
    private readonly List<string> definitions = [];
    private readonly List<string> members = [];
    private readonly List<(string Name, NamedType Type)> fragments = [];
    private readonly StringBuilder fragmentTexts = new();
    private int size;

    private RandomRequest(Schema schema, Random random) => (this.schema, this.random, json) = (schema, random, new AnyJson(random));

    /// <summary>The document, and the variables as JSON.</summary>
    public static (string Text, string Variables) Of(Schema schema, Random random) => new RandomRequest(schema, random).Write();

    private (string, string) Write()
    {
        var set = SelectionSet(schema.Query, 0, []);
        var variables = definitions.Count == 0 ? "" : $"({string.Join(", ", definitions)})";
        return ($"query Q{variables} {set}{fragmentTexts}", $"{{{string.Join(',', members)}}}");
    }

    /// <param name="type">What is selected on.</param>
    /// <param name="depth">How many sets stand around.</param>
    /// <param name="heads">Fields that were selected on the same object, up to their own selection set.</param>
    private string SelectionSet(NamedType type, int depth, List<(string Head, FieldDefinition Field)> heads)
    {
        var text = new StringBuilder("{ ");
        for (var left = random.Next(1, depth == 0 ? 6 : 4); left > 0; left--)
        {
            var selection = random.Next(10) switch
            {
                0 or 1 => Inline(type, depth, heads),
                2 => Spread(type, depth),
                3 => $"{(random.OneIn(3) ? "t: " : "")}__typename {Conditions()}",
                4 when heads.Count > 0 => Again(random.Pick(heads), depth),
                _ => Field(type, depth, heads),
            };
            text.Append(selection).Append(' ');
        }
        return text.Append("} ").ToString();
    }

    private string Field(NamedType type, int depth, List<(string Head, FieldDefinition Field)> heads)
    {
        var choice = type is not FieldsType { Fields: var all } ? [] : all.Where(f => depth + size / 40 < 4 || IsLeaf(f)).ToList();
        if (choice.Count == 0) return "__typename";
        var field = random.Pick(choice);
        // An alias of its own as a rule; without one, fields of one name meet.
        var alias = random.OneIn(6) ? "" : $"{random.Pick(["x", "y", "z"])}{++size}: ";
        var head = $"{alias}{field.Name}{Arguments(field)}";
        heads.Add((head, field));
        return Again((head, field), depth);
    }

    private string Again((string Head, FieldDefinition Field) head, int depth) =>
        $"{head.Head} {Conditions()}{(IsLeaf(head.Field) ? "" : SelectionSet(head.Field.Type.Named, depth + 1, []))}";

    private static bool IsLeaf(FieldDefinition field) => field.Type.Named is ScalarType or EnumType;

    private string Inline(NamedType type, int depth, List<(string Head, FieldDefinition Field)> heads)
    {
        if (depth > 4) return "__typename";
        if (random.OneIn(4)) return $"... {Conditions()}{SelectionSet(type, depth + 1, heads)}";
        var condition = Overlapping(type);
        return $"... on {condition.Name} {Conditions()}{SelectionSet(condition, depth + 1, condition == type ? heads : [])}";
    }

    private string Spread(NamedType type, int depth)
    {
        if (depth > 4) return "__typename";
        var known = fragments.Where(f => schema.PossibleTypes(f.Type).Overlaps(schema.PossibleTypes(type))).ToList();
        if (known.Count > 0 && random.OneIn(2)) return $"...{random.Pick(known).Name} {Conditions()}";
        var condition = Overlapping(type);
        // Known once it is written: no fragment spreads itself.
        var text = SelectionSet(condition, depth + 1, []);
        var name = $"F{fragments.Count}";
        fragments.Add((name, condition));
        fragmentTexts.Append($"fragment {name} on {condition.Name} {text}");
        return $"...{name} {Conditions()}";
    }

    private NamedType Overlapping(NamedType type) => random.Pick([.. schema.Types.Where(t => t is FieldsType or UnionType && !t.IsBuiltIn
        && (random.OneIn(500) || schema.PossibleTypes(t).Overlaps(schema.PossibleTypes(type)))), type]);

    private string Conditions()
    {
        if (!random.OneIn(6)) return "";
        var value = random.OneIn(2) ? "true" : random.OneIn(2) ? "false" : Variable(new NonNullType(schema.Type("Boolean")!));
        return $"@{random.Pick(["skip", "include"])}(if: {value}) ";
    }

    private string Arguments(FieldDefinition field)
    {
        var given = field.Arguments.Where(a => a.IsRequired ? !random.OneIn(80) : random.OneIn(2)).OrderBy(_ => random.Next())
            .Select(a => $"{a.Name}: {Value(a.Type, a.DefaultValue is not null, 0)}").ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Value(GraphQLType type, bool hasDefault, int depth)
    {
        if (random.OneIn(5)) return Variable(type, hasDefault);
        return !type.IsNonNull && random.OneIn(8) ? "null" : Literal(type, depth);
    }

    private string Literal(GraphQLType type, int depth) => type.Nullable switch
    {
        // A single literal stands for a list of one; a variable does not.
        ListType { Of.Nullable: not ListType } list when random.OneIn(5) => Literal(new NonNullType(list.Of.Nullable), depth),
        ListType list => $"[{string.Join(", ", random.Many(0, depth > 2 ? 1 : 3, () => Value(list.Of, false, depth + 1)))}]",
        InputObjectType { IsOneOf: true } input => $"{{ {Member(random.Pick(input.Fields), depth, true)} }}",
        InputObjectType input => $"{{ {string.Join(", ", Fields(input, depth))} }}",
        EnumType options => random.Pick(options.Values).Name,
        var named => Scalar(named.Named.Name),
    };

    private List<string> Fields(InputObjectType input, int depth) =>
    [
        .. input.Fields.Where(f => f.IsRequired || (depth < 3 && random.OneIn(2)))
            .OrderBy(_ => random.Next()).Select(f => Member(f, depth, false)),
    ];

    private string Member(InputValueDefinition field, int depth, bool isOnly) =>
        $"{field.Name}: {(isOnly ? OnlyMember(field.Type.Nullable, depth) : Value(field.Type, field.DefaultValue is not null, depth + 1))}";

    // A default of the variable does not make it fit here on the other side: a listed disagreement.
    private string OnlyMember(GraphQLType type, int depth) =>
        random.OneIn(4) ? Variable(new NonNullType(type), false, false) : Literal(type, depth + 1);

    private string Scalar(string name) => name switch
    {
        "Int" => random.Pick(["0", "-0", "7", "-2147483648", "2147483647"]),
        "Float" => random.Pick(["0.5", "-0.0", "1e10", "3", "-1.25E-3"]),
        "Boolean" => random.Pick(["true", "false"]),
        "String" => random.Pick(["\"\"", "\"a\\u00e9\\n\"", "\"\"\"\n  b\n    c \\\"\"\"\n\"\"\"", "\"\\u{1F600}\""]),
        "ID" => random.Pick(["\"i\"", "12345678901234567890", "-1"]),
        _ => random.Pick(["1", "\"s\"", "[1, {a: X}]", "{b: 2.5, a: [true, null]}", "E"]),
    };

    private string Variable(GraphQLType type, bool hasDefault = false, bool mayDefault = true)
    {
        var name = $"v{definitions.Count}";
        var own = type;
        if (random.OneIn(4)) own = new NonNullType(type.Nullable);
        // Section 5.8.5: a nullable variable may stand where null may not when either side has a default.
        else if (type.IsNonNull && hasDefault && random.OneIn(2)) own = type.Nullable;
        var otherwise = "";
        if (mayDefault && own.Nullable is ScalarType or EnumType && random.OneIn(3))
        {
            if (random.OneIn(2)) own = own.Nullable;
            otherwise = $" = {(own.Named is EnumType options ? random.Pick(options.Values).Name : Scalar(own.Named.Name))}";
        }
        definitions.Add($"${name}: {own}{otherwise}");
        if ((own.IsNonNull && otherwise.Length == 0 && !random.OneIn(100)) || random.OneIn(2)) members.Add($"\"{name}\":{Given(own)}");
        return $"${name}";
    }

    // Few values that do not fit: one refuses the request.
    private string Given(GraphQLType type)
    {
        if (random.OneIn(40) && type.Named is ScalarType { Name: not "ID" } or EnumType) return json.Of(type);
        if (!type.IsNonNull && random.OneIn(4)) return "null";
        return type.Nullable switch
        {
            ListType list => $"[{string.Join(',', random.Many(0, 2, () => Given(list.Of)))}]",
            InputObjectType { IsOneOf: true } input => OneOf(random.Pick(input.Fields)),
            InputObjectType input => $"{{{string.Join(',', Members(input))}}}",
            EnumType options => $"\"{random.Pick(options.Values).Name}\"",
            var named => random.Pick(named.Named.Name switch
            {
                "Int" => ["0", "-0", "41", "2147483647", "1e3", "2.0"],
                "Float" => ["0.25", "-0.0", "1e300", "12345678901234567"],
                "Boolean" => ["true", "false"],
                "String" => ["\"\"", "\"\\ud83d\\ude00\"", "\"q\\\"\""],
                "ID" => new[] { "\"x\"", "99", "12345" },
                _ => ["{\"z\":1,\"a\":[null]}", "3.5", "\"s\""],
            }),
        };
    }

    private List<string> Members(InputObjectType input) =>
        [.. input.Fields.Where(f => f.IsRequired || random.OneIn(3)).Select(f => $"\"{f.Name}\":{Given(f.Type)}")];

    private string OneOf(InputValueDefinition field) => $"{{\"{field.Name}\":{Given(new NonNullType(field.Type.Nullable))}}}";
}
