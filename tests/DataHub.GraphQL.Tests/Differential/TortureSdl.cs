namespace DataHub.GraphQL.Tests.Differential;

/// <summary>A type system with an example of whatever a rule of section 5 can ask about.</summary>
internal static class TortureSdl
{
    public const string Text = Types + """
        schema { query: Root, mutation: Change, subscription: Event }
        type Change {
          add(thing: ThingInput!): Thing
          addAll(things: [ThingInput!]!, dryRun: Boolean! = false): [Thing!]!
          remove(id: ID!): Boolean
        }
        type Event implements Named { name: String, added(kind: Kind = SMALL): Thing!, removed: ID, count: Int! }
        """;

    public const string ReadingText = Types + """
        schema { query: Root }
        """;

    /// <summary>More of <c>Root</c>: a field for each input type in each wrapping.</summary>
    public static string Takers { get; } = $$"""

        input Full {
          i: Int! = 1, f: Float = 1.5, s: String!, b: Boolean = null, id: ID!, k: Kind! = LARGE, list: [Int!] = [1, 2], table: [[Float]!],
          full: Full, filter: Filter = { text: "x" }, one: One = { number: 1 }, any: Anything, single: [Kind] = SMALL,
          ids: [ID!]! = [1, "b"]
        }
        extend type Root { {{string.Join(' ', Wrapped.Select((type, i) => $"takes{i}(v: {type}): Int"))}} }
        """;

    private static IEnumerable<string> Wrapped =>
        from name in new[] { "Int", "Float", "String", "Boolean", "ID", "Kind", "Filter", "One", "ThingInput", "Full", "Anything" }
        from wrapping in new[] { "{0}", "{0}!", "[{0}]", "[{0}!]!", "[[{0}]!]", "[[{0}!]]", "[[[{0}]]!]!" }
        select wrapping.Replace("{0}", name, StringComparison.Ordinal);

    private const string Types = """
        directive @onQuery(n: Int) on QUERY
        directive @onMutation(b: Boolean! = true) on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onField(name: String!, weights: [Float!]) on FIELD
        directive @onFragment(kind: Kind) on FRAGMENT_DEFINITION
        directive @onSpread(id: ID) on FRAGMENT_SPREAD
        directive @onInline(where: Filter) on INLINE_FRAGMENT
        directive @onVariable(text: String) on VARIABLE_DEFINITION
        directive @anywhere(at: Int! = 1) repeatable on
          QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
        directive @onSchema repeatable on SCHEMA | OBJECT | INPUT_FIELD_DEFINITION

        type Root implements Named {
          name: String
          thing(id: ID!): Thing
          things(where: Filter = { kinds: [SMALL] }, first: Int = 10, after: String): [Thing!]!
          found(text: String!): [Found]
          named: Named
          node(id: ID!): Node
          any(value: Anything): Anything
          one(of: One!): Int
          ones(of: [One!]): [Int!]
          nested(table: [[Int!]!], deep: [[[Kind]!]!]!): [[Thing!]]
          scalars(i: Int, f: Float, s: String, b: Boolean, id: ID, kind: Kind): Boolean!
          required(i: Int!, f: Float!, s: String!, b: Boolean!, id: ID!, kind: Kind!): Boolean!
          defaulted(i: Int! = 1, list: [String!]! = ["a"], where: Filter! = {}): Int
          date: Date!
        }
        interface Named { name: String }
        interface Node { id: ID! }
        interface Resource implements Node & Named { id: ID!, name: String, link(absolute: Boolean = false): String }
        interface Lonely { alone: Boolean }
        type Thing implements Resource & Node & Named {
          id: ID!
          name: String
          link(absolute: Boolean = false, secure: Boolean): String
          size(unit: Unit! = METRE): Float
          parent: Thing
          parts(first: Int, where: Filter): [Thing!]
          owner: Owner!
          kind: Kind!
          count: Int
          value: Anything
        }
        type Person implements Node & Named { id: ID!, name: String, friend: Person, owns: [Resource], count: Int!, kind: String }
        type Firm implements Named { name: String, value: Int, staff: [Person!]!, size: Int, link: String }
        type Island { alone: Boolean, self: Island, count: [Int] }
        union Owner = Person | Firm
        union Found = Thing | Person | Firm
        union Far = Island
        enum Kind { SMALL MIDDLE LARGE }
        enum Unit { METRE FOOT SMALL }
        input Filter { text: String, kinds: [Kind!], min: Float = 0.5, not: Filter, any: [Filter!], one: One, extra: Anything, id: ID }
        input One @oneOf { text: String, number: Int, list: [Int!], filter: Filter, kind: Kind, deep: One }
        input ThingInput { name: String!, kind: Kind!, size: Float! = 1, tags: [String!]! = [], owner: One, parts: [ThingInput!], on: Date }
        scalar Anything
        scalar Date @specifiedBy(url: "https://scalars.graphql.org/andimarek/local-date")

        """;
}
