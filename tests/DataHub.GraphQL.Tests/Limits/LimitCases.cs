using System.Globalization;
using DataHub.GraphQL.Limits;

namespace DataHub.GraphQL.Tests.Limits;

/// <summary>A request that counts some number, for any number.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="At">The number that is the limit in the tests.</param>
/// <param name="With">The limits with that one set.</param>
/// <param name="Request">A document and perhaps variables that count a given number.</param>
internal sealed record LimitCase(
    LimitKind Kind, int At, Func<OperationLimits, Limit, OperationLimits> With, Func<int, (string Query, string? Variables)> Request)
{
    public override string ToString() => Kind.Setting;
}

internal static class LimitCases
{
    public const string Sdl = """
        directive @tag(id: Int) repeatable on FIELD | VARIABLE_DEFINITION
        type Query { a(n: [Int], in: In): A, text(length: Int!): String!, slow: Int, any: Any }
        type A implements Any { a(n: [Int]): A, x: Int, any: Any }
        type B implements Any { x: Int, any: Any }
        interface Any { x: Int, any: Any }
        input In { lists: [[Int]] }
        """;

    private const string IntrospectionFrame = "{\"data\":{\"__schema\":{\"queryType\":{\"name\":\"Query\"}},\"text\":\"\"}}";

    public static IReadOnlyList<LimitCase> All { get; } =
    [
        new(
            LimitKinds.DocumentBytes,
            40,
            (l, max) => l with { DocumentBytes = max },
            n => ($"{{ a {{ x }} }}#{new string('ä', (n - 12) / 2)}", null)),
        new(LimitKinds.Tokens, 12, (l, max) => l with { Tokens = max }, n => ($"{{ a {{ x {Repeat("x", n - 6)} }} }}", null)),
        new(LimitKinds.Nesting, 6, (l, max) => l with { Nesting = max }, n => (Deep(n), null)),
        new(LimitKinds.Depth, 7, (l, max) => l with { Depth = max }, n => (Deep(n), null)),
        new(
            LimitKinds.Aliases,
            9,
            (l, max) => l with { Aliases = max },
            n => ($"{{ a {{ ...F }} b: a {{ ...F }} }} fragment F on A {{ {Numbered("y{0}: x", (n - 1) / 2)} }}", null)),
        new(
            LimitKinds.RootFields,
            8,
            (l, max) => l with { RootFields = max },
            n => ($"{{ ...F ... {{ ...F }} }} fragment F on Query {{ {Repeat("a { x }", n / 2)} }}", null)),
        new(LimitKinds.Fields, 20, (l, max) => l with { Fields = max }, n => ($"{{ a {{ {Repeat("x", n - 1)} }} }}", null)),
        new(
            LimitKinds.FragmentSpreads,
            10,
            (l, max) => l with { FragmentSpreads = max },
            n => ($"{{ a {{ ...F ...F }} }} fragment F on A {{ {Repeat("... { x }", (n - 2) / 2)} }}", null)),
        new(
            LimitKinds.DirectivesPerLocation,
            5,
            (l, max) => l with { DirectivesPerLocation = max },
            n => ($"{{ a {{ x {Repeat("@tag", n)} }} }}", null)),
        new(LimitKinds.Directives, 6, (l, max) => l with { Directives = max }, n => ($"{{ a {{ {Numbered("x{0}: x @tag", n)} }} }}", null)),
        new(
            LimitKinds.IntrospectionDepth,
            2,
            (l, max) => l with { IntrospectionDepth = max },
            n => ($"{{ __type(name: \"A\") {{ {Repeat("fields { type {", n)} name {Repeat("} }", n)} }} }}", null)),
        new(
            LimitKinds.Variables,
            4,
            (l, max) => l with { Variables = max },
            n => ($"query({Numbered("$v{0}: Int", n)}) {{ a(n: [{Numbered("$v{0}", n)}]) {{ x }} }}", null)),
        new(
            LimitKinds.ListItems,
            5,
            (l, max) => l with { ListItems = max },
            n => ($"{{ a(in: {{ lists: [[{Repeat("1", n)}]] }}) {{ x }} }}", null)),
        new(
            LimitKinds.ListItems,
            5,
            (l, max) => l with { ListItems = max },
            n => ("query($in: In) { a(in: $in) { x } }", "{\"in\":{\"lists\":[[1],[" + Numbered("{0}", n, ",") + "]]}}")),
        new(
            LimitKinds.VariablesBytes,
            30,
            (l, max) => l with { VariablesBytes = max },
            n => ("{ a { x } }", $$"""{"v":"{{new string('v', n - 8)}}"}""")),
        new(
            LimitKinds.ResponseBytes,
            50_000,
            (l, max) => l with { ResponseBytes = max },
            n => ($"{{ text(length: {n - "{\"data\":{\"text\":\"\"}}".Length}) }}", null)),
        new(
            LimitKinds.IntrospectionBytes,
            50_000,
            (l, max) => l with { IntrospectionBytes = max },
            n => ($"{{ __schema {{ queryType {{ name }} }} text(length: {n - IntrospectionFrame.Length}) }}", null)),
    ];

    public static string Deep(int levels) => $"{{ {Repeat("a {", levels - 1)} x {Repeat("}", levels - 1)} }}";

    public static string Repeat(string text, int count) => string.Join(' ', Enumerable.Repeat(text, count));

    public static string Numbered(string text, int count, string between = " ") =>
        string.Join(between, Enumerable.Range(0, count).Select(i => text.Replace("{0}", Digits(i), StringComparison.Ordinal)));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
