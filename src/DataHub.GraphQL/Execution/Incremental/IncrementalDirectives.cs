using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Codecs;

namespace DataHub.GraphQL.Execution;

/// <summary>The directives of the proposal for incremental delivery. https://github.com/graphql/graphql-spec/pull/1110</summary>
internal static class IncrementalDirectives
{
    public const string Defer = "defer";
    public const string Stream = "stream";

    /// <summary>True when the schema has the directives because the engine's options say so.</summary>
    public static bool AreIn(Schema schema) => schema.Directive(Defer) is { IsBuiltIn: true };

    public static bool Includes(DirectiveNode directive) => directive.Name.Value is Defer or Stream;

    /// <summary>Gives a schema the two directives, unless it has them.</summary>
    public static void AddTo(Schema schema)
    {
        var (boolean, text, number) = (Required(schema, "Boolean"), Required(schema, "String"), schema.Type("Int") ?? Whole(schema));
        var condition = new InputValueDefinition("if")
        {
            Description = "Not in force when false.",
            Type = new NonNullType(boolean),
            DefaultValue = new BooleanValueNode(true),
        };
        var label = new InputValueDefinition("label")
        {
            Description = "Comes back with what is pending; unique in the document.",
            Type = text,
        };
        schema.Add(new DirectiveDefinition(Defer)
        {
            Description = "The fragment's fields may be delivered after the rest.",
            Arguments = [condition, label],
            Locations = ["FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
            IsBuiltIn = true,
        });
        var count = new InputValueDefinition("initialCount")
        {
            Description = "How many items come with the list itself.",
            Type = new NonNullType(number),
            DefaultValue = new IntValueNode("0"),
        };
        schema.Add(new DirectiveDefinition(Stream)
        {
            Description = "The list's items may be delivered after the rest.",
            Arguments = [condition, label, count],
            Locations = ["FIELD"],
            IsBuiltIn = true,
        });
    }

    // A schema that has no use for a built-in scalar leaves it out (section 3.5).
    private static ScalarType Whole(Schema schema)
    {
        var whole = new ScalarType("Int") { IsBuiltIn = true, Codec = BuiltInCodecs.Find("Int")! };
        schema.Add(whole);
        return whole;
    }

    private static NamedType Required(Schema schema, string name) =>
        schema.Type(name) ?? throw new InvalidOperationException($"The schema lacks the built-in type {name}.");
}
