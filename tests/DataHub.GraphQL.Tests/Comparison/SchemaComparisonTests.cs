using DataHub.GraphQL.Comparison;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Comparison;

public sealed class SchemaComparisonTests
{
    [Theory]
    // Output
    [InlineData("a: Int b: Int", "a: Int", ChangeLevel.Breaking, ChangeKind.FieldRemoved, "Query.b")]
    [InlineData("a: Int", "a: Int b: Int", ChangeLevel.Safe, ChangeKind.FieldAdded, "Query.b")]
    [InlineData("a: Int", "a: Int!", ChangeLevel.Safe, ChangeKind.FieldTypeChanged, "Query.a")]
    [InlineData("a: Int!", "a: Int", ChangeLevel.Breaking, ChangeKind.FieldTypeChanged, "Query.a")]
    [InlineData("a: [Int]", "a: [Int!]!", ChangeLevel.Safe, ChangeKind.FieldTypeChanged, "Query.a")]
    [InlineData("a: [Int!]", "a: [Int]!", ChangeLevel.Breaking, ChangeKind.FieldTypeChanged, "Query.a")]
    [InlineData("a: Int", "a: [Int]", ChangeLevel.Breaking, ChangeKind.FieldTypeChanged, "Query.a")]
    [InlineData("a: Int", "a: Float", ChangeLevel.Breaking, ChangeKind.FieldTypeChanged, "Query.a")]
    // Arguments
    [InlineData("a(x: Int): Int", "a: Int", ChangeLevel.Breaking, ChangeKind.ArgumentRemoved, "Query.a(x:)")]
    [InlineData("a: Int", "a(x: Int): Int", ChangeLevel.Dangerous, ChangeKind.ArgumentAdded, "Query.a(x:)")]
    [InlineData("a: Int", "a(x: Int!): Int", ChangeLevel.Breaking, ChangeKind.RequiredArgumentAdded, "Query.a(x:)")]
    [InlineData("a: Int", "a(x: Int! = 1): Int", ChangeLevel.Dangerous, ChangeKind.ArgumentAdded, "Query.a(x:)")]
    [InlineData("a(x: Int!): Int", "a(x: Int): Int", ChangeLevel.Safe, ChangeKind.ArgumentTypeChanged, "Query.a(x:)")]
    [InlineData("a(x: Int): Int", "a(x: Int!): Int", ChangeLevel.Breaking, ChangeKind.ArgumentTypeChanged, "Query.a(x:)")]
    [InlineData("a(x: [Int!]): Int", "a(x: [Int]): Int", ChangeLevel.Safe, ChangeKind.ArgumentTypeChanged, "Query.a(x:)")]
    [InlineData("a(x: Int = 1): Int", "a(x: Int = 2): Int", ChangeLevel.Dangerous, ChangeKind.ArgumentDefaultChanged, "Query.a(x:)")]
    [InlineData("a(x: Int! = 1): Int", "a(x: Int!): Int", ChangeLevel.Breaking, ChangeKind.ArgumentDefaultChanged, "Query.a(x:)")]
    [InlineData("a(x: Int): Int", "a(x: Int = null): Int", ChangeLevel.Dangerous, ChangeKind.ArgumentDefaultChanged, "Query.a(x:)")]
    // What introspection tells beside types
    [InlineData("a: Int", "a: Int @deprecated", ChangeLevel.Safe, ChangeKind.DeprecationChanged, "Query.a")]
    [InlineData("a: Int", "\"About a.\" a: Int", ChangeLevel.Safe, ChangeKind.DescriptionChanged, "Query.a")]
    [InlineData("a: Int", "a: Int @mark(by: \"x\")", ChangeLevel.Dangerous, ChangeKind.AppliedDirectiveChanged, "Query.a")]
    [InlineData("a: Int @mark(by: \"x\")", "a: Int @mark(by: \"y\")", ChangeLevel.Dangerous, ChangeKind.AppliedDirectiveChanged, "Query.a")]
    public void A_change_of_fields(string before, string after, ChangeLevel level, ChangeKind kind, string coordinate) =>
        Finds(Query(before), Query(after), level, kind, coordinate);

    [Theory]
    [InlineData("[Int!] = [1]", "[Int!] = 1")]
    [InlineData("[[Int]] = [[1]]", "[[Int]] = 1")]
    [InlineData("Float = 5", "Float = 5.0e0")]
    [InlineData("ID = 7", "ID = \"7\"")]
    [InlineData("String = \"x\"", "String = \"\"\"x\"\"\"")]
    [InlineData("In = { a: 1, b: [2] }", "In = { b: 2, a: 1 }")]
    [InlineData("In = { a: null }", "In = { a: null }")]
    public void The_same_default_in_other_words_is_no_change(string before, string after)
    {
        const string input = " input In { a: Int, b: [Int!] }";
        Assert.Empty(Compare(Query($"a(x: {before}): Int") + input, Query($"a(x: {after}): Int") + input));
    }

    [Theory]
    [InlineData("", "type T { a: Int }", ChangeLevel.Safe, ChangeKind.TypeAdded, "T")]
    [InlineData("type T { a: Int }", "", ChangeLevel.Breaking, ChangeKind.TypeRemoved, "T")]
    [InlineData("type T { a: Int }", "input T { a: Int }", ChangeLevel.Breaking, ChangeKind.TypeKindChanged, "T")]
    [InlineData("type T { a: Int }", "interface T { a: Int }", ChangeLevel.Breaking, ChangeKind.TypeKindChanged, "T")]
    [InlineData("type T { a: Int }", "type T implements I { a: Int }", ChangeLevel.Dangerous, ChangeKind.InterfaceAdded, "T")]
    [InlineData("type T implements I { a: Int }", "type T { a: Int }", ChangeLevel.Breaking, ChangeKind.InterfaceRemoved, "T")]
    [InlineData("union T = A", "union T = A | B", ChangeLevel.Dangerous, ChangeKind.UnionMemberAdded, "T")]
    [InlineData("union T = A | B", "union T = A", ChangeLevel.Breaking, ChangeKind.UnionMemberRemoved, "T")]
    [InlineData("enum T { A }", "enum T { A B }", ChangeLevel.Dangerous, ChangeKind.EnumValueAdded, "T.B")]
    [InlineData("enum T { A B }", "enum T { A }", ChangeLevel.Breaking, ChangeKind.EnumValueRemoved, "T.B")]
    [InlineData("enum T { A B }", "enum T { A B @deprecated }", ChangeLevel.Safe, ChangeKind.DeprecationChanged, "T.B")]
    [InlineData("input T { a: Int }", "input T { a: Int b: Int }", ChangeLevel.Dangerous, ChangeKind.InputFieldAdded, "T.b")]
    [InlineData("input T { a: Int }", "input T { a: Int b: Int! }", ChangeLevel.Breaking, ChangeKind.RequiredInputFieldAdded, "T.b")]
    [InlineData("input T { a: Int b: Int }", "input T { a: Int }", ChangeLevel.Breaking, ChangeKind.InputFieldRemoved, "T.b")]
    [InlineData("input T { a: Int }", "input T { a: Int! }", ChangeLevel.Breaking, ChangeKind.InputFieldTypeChanged, "T.a")]
    [InlineData("input T { a: Int = 1 }", "input T { a: Int = 2 }", ChangeLevel.Dangerous, ChangeKind.InputFieldDefaultChanged, "T.a")]
    [InlineData("input T { a: Int }", "input T @oneOf { a: Int }", ChangeLevel.Breaking, ChangeKind.OneOfChanged, "T")]
    [InlineData("input T @oneOf { a: Int }", "input T { a: Int }", ChangeLevel.Safe, ChangeKind.OneOfChanged, "T")]
    [InlineData("scalar T", "scalar T @specifiedBy(url: \"https://a.example\")", ChangeLevel.Dangerous, ChangeKind.SpecifiedByChanged, "T")]
    [InlineData("directive @d on FIELD", "", ChangeLevel.Breaking, ChangeKind.DirectiveRemoved, "@d")]
    [InlineData("", "directive @d on FIELD", ChangeLevel.Safe, ChangeKind.DirectiveAdded, "@d")]
    [InlineData("directive @d on FIELD | QUERY", "directive @d on FIELD", ChangeLevel.Breaking, ChangeKind.DirectiveLocationRemoved, "@d")]
    [InlineData("directive @d on FIELD", "directive @d on FIELD | QUERY", ChangeLevel.Safe, ChangeKind.DirectiveLocationAdded, "@d")]
    [InlineData("directive @d repeatable on FIELD",
        "directive @d on FIELD", ChangeLevel.Breaking, ChangeKind.DirectiveRepeatableRemoved, "@d")]
    [InlineData("directive @d on FIELD", "directive @d repeatable on FIELD", ChangeLevel.Safe, ChangeKind.DirectiveRepeatableAdded, "@d")]
    [InlineData("directive @d on FIELD",
        "directive @d(x: Int!) on FIELD", ChangeLevel.Breaking, ChangeKind.RequiredArgumentAdded, "@d(x:)")]
    [InlineData("type Mutation { a: Int }",
        "type Mutation { a: Int } schema { query: Query }", ChangeLevel.Breaking, ChangeKind.RootOperationTypeChanged, "schema")]
    [InlineData("", "type Subscription { a: Int }", ChangeLevel.Safe, ChangeKind.RootOperationTypeChanged, "schema")]
    public void A_change_of_types(string before, string after, ChangeLevel level, ChangeKind kind, string coordinate) =>
        Finds(Query("q: Int") + before, Query("q: Int") + after, level, kind, coordinate);

    [Fact]
    public void Order_is_no_change()
    {
        var before = Query("a(x: Int y: Int): Int @mark(by: \"1\", for: \"2\") b: Int") + "enum E { A B } union U = A | B";
        var after = "union U = B | A enum E { B A }" + Query("b: Int a(y: Int x: Int): Int @mark(for: \"2\", by: \"1\")");
        Assert.Empty(Compare(before, after));
    }

    [Fact]
    public void The_gravest_comes_first()
    {
        var changes = Compare(Query("a: Int! b: Int"), Query("a: Int c(x: Int): Int b(x: Int): Int"));
        Assert.Equal([ChangeLevel.Breaking, ChangeLevel.Dangerous, ChangeLevel.Safe], changes.Select(c => c.Level));
    }

    [Fact]
    public void A_judge_says_what_a_custom_directive_means()
    {
        var (before, after) = (Build(Query("a: Int")), Build(Query("a: Int @mark(by: \"x\")")));
        Assert.Equal(ChangeLevel.Breaking, Assert.Single(SchemaComparison.Compare(before, after, _ => ChangeLevel.Breaking)).Level);
        Assert.Empty(SchemaComparison.Compare(before, after, _ => null));
    }

    private static void Finds(string before, string after, ChangeLevel level, ChangeKind kind, string coordinate)
    {
        var change = Assert.Single(Compare(before, after), c => c.Kind == kind && c.Coordinate == coordinate);
        Assert.Equal(level, change.Level);
        Assert.Empty(Compare(before, before));
        Assert.Empty(Compare(after, after));
    }

    private static IReadOnlyList<SchemaChange> Compare(string before, string after) => SchemaComparison.Compare(Build(before), Build(after));

    private static Schema Build(string sdl) => SchemaBuilder.Build([new Source(sdl)]);

    private static string Query(string fields) =>
        "directive @mark(by: String for: String) on FIELD_DEFINITION interface I { a: Int } type A { a: Int } type B { a: Int } "
        + $"type Query {{ {fields} }} ";
}
