using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Building;

/// <summary>
/// What every schema has without saying so: section 3.5 Built-in Scalars, section 3.13 Built-in Directives, section 4.2 Schema
/// Introspection, in the specification's own words.
/// </summary>
internal static class BuiltInSdl
{
    private const string Scalars = """
        "A signed 32-bit whole number."
        scalar Int
        "A signed finite double-precision number (IEEE 754)."
        scalar Float
        "Text, a sequence of Unicode code points."
        scalar String
        "`true` or `false`."
        scalar Boolean
        "A unique identifier, always sent as a string; not meant for people to read."
        scalar ID
        """;

    private const string Directives = """
        "Leaves the field or fragment out when `if` is true."
        directive @skip("Leave out when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Takes the field or fragment in only when `if` is true."
        directive @include("Take in when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Marks what should no longer be used."
        directive @deprecated(
          "Why, and what to use instead; Markdown (CommonMark)."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        "Names the text that specifies a custom scalar."
        directive @specifiedBy("URL of a text for people." url: String!) on SCALAR
        "Exactly one field of the input object must be given, and not null."
        directive @oneOf on INPUT_OBJECT
        """;

    // https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema
    private const string Introspection = """
        "What this service can answer: its types, directives and the entry points of each kind of operation."
        type __Schema {
          description: String
          "All named types, those of introspection too."
          types: [__Type!]!
          queryType: __Type!
          "Null when mutations are not supported."
          mutationType: __Type
          "Null when subscriptions are not supported."
          subscriptionType: __Type
          directives: [__Directive!]!
        }
        "A type: a named one, or a list or non-null wrapper around one. `kind` says which fields are not null."
        type __Type {
          kind: __TypeKind!
          "Null for LIST and NON_NULL."
          name: String
          description: String
          "May be non-null for custom SCALAR, otherwise null."
          specifiedByURL: String
          "Non-null for OBJECT and INTERFACE, otherwise null."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "Non-null for OBJECT and INTERFACE, otherwise null."
          interfaces: [__Type!]
          "Non-null for INTERFACE and UNION, otherwise null."
          possibleTypes: [__Type!]
          "Non-null for ENUM, otherwise null."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "Non-null for INPUT_OBJECT, otherwise null."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "Non-null for NON_NULL and LIST, otherwise null."
          ofType: __Type
          "Non-null for INPUT_OBJECT, otherwise null."
          isOneOf: Boolean
        }
        "The kinds of types."
        enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
        "A field of an object or interface type."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          "Null when not deprecated."
          deprecationReason: String
        }
        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "In the GraphQL language; null when there is no default."
          defaultValue: String
          isDeprecated: Boolean!
          "Null when not deprecated."
          deprecationReason: String
        }
        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          "Null when not deprecated."
          deprecationReason: String
        }
        "A directive that this service supports."
        type __Directive {
          name: String!
          description: String
          "True when it may stand several times at one place."
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }
        "The places where directives may stand."
        enum __DirectiveLocation {
          QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION
          SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION
        }
        """;

    /// <summary>All of it, parsed.</summary>
    public static DocumentNode Document { get; } =
        Parser.Parse(new Source(string.Join('\n', Scalars, Directives, Introspection), "the specification"));

    private static HashSet<string> DirectiveNames { get; } =
        Document.Definitions.OfType<DirectiveDefinitionNode>().Select(d => d.Name.Value).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> TypeNames { get; } =
        Document.Definitions.OfType<TypeDefinitionNode>().Select(t => t.Name.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Section 3.13.3: the reason of a deprecation that gives none.</summary>
    public static string DefaultDeprecationReason { get; } = ((StringValueNode)Document.Definitions.OfType<DirectiveDefinitionNode>()
        .Single(d => d.Name.Value == "deprecated").Arguments[0].DefaultValue!).Value;

    /// <summary>True for <c>skip</c>, <c>include</c>, <c>deprecated</c>, <c>specifiedBy</c>, <c>oneOf</c>.</summary>
    public static bool HasDirective(string name) => DirectiveNames.Contains(name);

    /// <summary>True for the five scalars and the introspection types.</summary>
    public static bool HasType(string name) => TypeNames.Contains(name);
}
