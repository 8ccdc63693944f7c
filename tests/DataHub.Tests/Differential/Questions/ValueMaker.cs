using System.Globalization;
using System.Text.Json.Nodes;
using DataHub.GraphQL.Types;
using DataHub.Tests.Differential.Naive;

namespace DataHub.Tests.Differential.Questions;

/// <summary>Conditions on rows, drawn from what rows there are so that they tell rows apart.</summary>
internal sealed class ValueMaker(Random random, Func<InputObjectType, string, bool> isOpen)
{
    // Each means more to LIKE than it says, and then meets other rows.
    private static readonly string[] Patterns = ["_", "%", "\\", "i_R", "I_r", "Kopi_", "Kopi%", "0%", "\\%", "a\\_b", "a%_", "", "'"];

    /// <summary>A filter on rows of a type.</summary>
    public JsonObject Filter(InputObjectType input, NaiveType type, int depth)
    {
        var filter = new JsonObject();
        var open = input.Fields.Where(f => isOpen(input, f.Name) && (depth > 0 || !IsDeep(f))).ToList();
        for (var count = random.Next(8) == 0 ? 0 : 1 + random.Next(2); count > 0 && open.Count > 0; count--)
        {
            // What reaches other rows is asked as often as all the rest.
            var deep = open.Where(IsDeep).ToList();
            var field = deep.Count > 0 && random.Next(2) == 0 ? deep[random.Next(deep.Count)] : open[random.Next(open.Count)];
            if (!filter.ContainsKey(field.Name)) filter.Add(field.Name, random.Next(25) == 0 ? null : Condition(field, type, depth - 1));
        }
        return filter;
    }

    private static bool IsDeep(InputValueDefinition field) =>
        field.Type.Named is InputObjectType input && !input.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal);

    private JsonNode? Condition(InputValueDefinition field, NaiveType type, int depth)
    {
        if (field.Type.Named is not InputObjectType input) return Sample((ValueField)type.Field(field.Name)!, type, field.Type.Named);
        return field.Name switch
        {
            "and" or "or" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Filter(input, type, depth))]),
            "not" => Filter(input, type, depth),
            _ => type.Field(field.Name) switch
            {
                ValueField fact => Operations(input, fact, type),
                OneField one => Filter(input, one.Target, depth),
                ManyField many => Quantifier(input, many.Target, depth),
                _ => throw new NotSupportedException($"Nothing is known of {input.Name}.{field.Name} over {type.Name}."),
            },
        };
    }

    private JsonObject Quantifier(InputObjectType input, NaiveType type, int depth)
    {
        var field = input.Fields[random.Next(input.Fields.Count)];
        return new JsonObject { [field.Name] = field.Type.Named is InputObjectType inner ? Filter(inner, type, depth) : JsonValue.Create(random.Next(2) == 0) };
    }

    private JsonObject Operations(InputObjectType input, ValueField fact, NaiveType type)
    {
        var operations = new JsonObject();
        for (var count = random.Next(10) == 0 ? 0 : 1 + random.Next(6) / 5; count > 0; count--)
        {
            var operation = input.Fields[random.Next(input.Fields.Count)];
            operations[operation.Name] = operation switch
            {
                { Name: "eq" or "neq" } when random.Next(4) == 0 => null,
                { Type.Nullable: ListType list } =>
                    new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Sample(fact, type, list.Of.Named)).Where(v => v is not null)]),
                { Name: "contains" or "startsWith" } => Part(operation.Name, (string?)Sample(fact, type, operation.Type.Named)),
                _ => Sample(fact, type, operation.Type.Named),
            };
        }
        return operations;
    }

    /// <summary>A value that some row has; null when the few rows looked at have none.</summary>
    private JsonNode? Sample(ValueField fact, NaiveType type, NamedType asked)
    {
        if (asked is EnumType words && random.Next(3) == 0) return words.Values[random.Next(words.Values.Count)].Name;
        for (var tries = 0; tries < 5 && type.Rows.Count > 0; tries++)
        {
            var value = NaiveEvaluator.Leaf(asked, fact.Read(type.Rows[random.Next(type.Rows.Count)]));
            if (value is not null) return Json(value);
        }
        return asked.Name == "Boolean" ? random.Next(2) == 0 : null;
    }

    private static JsonValue Json(object value) => value switch
    {
        string text => JsonValue.Create(text),
        bool answer => JsonValue.Create(answer),
        double number => JsonValue.Create(number),
        _ => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>A part of a text, perhaps with its letters in the other case.</summary>
    private string? Part(string operation, string? text)
    {
        if (random.Next(4) == 0) return Patterns[random.Next(Patterns.Length)];
        if (string.IsNullOrEmpty(text)) return text;
        var elements = StringInfo.ParseCombiningCharacters(text);
        var start = operation == "startsWith" ? 0 : elements[random.Next(elements.Length)];
        var part = new StringInfo(text[start..]).SubstringByTextElements(0, 1 + random.Next(new StringInfo(text[start..]).LengthInTextElements));
        return random.Next(3) switch { 0 => part.ToUpperInvariant(), 1 => part.ToLowerInvariant(), _ => part };
    }

    /// <summary>One to three sort keys, each named once.</summary>
    public JsonArray Order(InputObjectType input)
    {
        var open = input.Fields.Where(f => isOpen(input, f.Name)).OrderBy(_ => random.Next()).Take(random.Next(9) == 0 ? 0 : 1 + random.Next(3));
        return new JsonArray([.. open.Select(f => new JsonObject { [f.Name] = Key(f) })]);
    }

    private JsonNode? Key(InputValueDefinition field)
    {
        if (field.Type.Named is not InputObjectType input) return random.Next(2) == 0 ? "ASC" : "DESC";
        var open = input.Fields.Where(f => isOpen(input, f.Name)).ToList();
        var inner = open[random.Next(open.Count)];
        return new JsonObject { [inner.Name] = Key(inner) };
    }
}
