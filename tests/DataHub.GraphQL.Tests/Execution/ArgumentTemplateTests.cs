using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Execution;

/// <summary>Further requests with a document fill in what the first one coerced; nobody may tell the difference.</summary>
public sealed class ArgumentTemplateTests
{
    private const string Sdl = """
        type Query { f(in: In, list: [Int!], matrix: [[Int]], number: Int = 5, must: Int! = 7, e: E, one: One, any: Any): String! }
        input In { a: Int = 3, b: [Int], c: In, e: E, must: Int! = 9 }
        input One @oneOf { x: Int, y: String }
        enum E { P Q }
        scalar Any
        """;

    private const string Query = """
        query($a: Int, $b: Int, $n: Int!, $in: In, $e: E = Q, $x: Int!, $list: [Int!] = [1, 2]) {
          whole: f(in: $in, list: $list, number: $a, e: $e)
          parts: f(in: { a: $a, b: [1, $b, 3], c: { b: [$n], e: $e, c: $in }, e: P }, number: $b)
          lists: f(list: [1, $n], matrix: [[$a, 1], null, [$b]], must: $n)
          single: f(list: 4, must: $n, matrix: 4, in: { b: 6, a: null })
          one: f(one: { x: $x })
          any: f(any: { deep: [$a, { e: $e }] })
        }
        """;

    [Theory]
    [InlineData("""{"n":1,"x":2}""")]
    [InlineData("""{"n":1,"x":2,"a":null,"b":null,"in":null,"e":null,"list":null}""")]
    [InlineData("""{"n":1,"x":2,"a":3,"b":4,"in":{"a":5,"b":[6,null],"c":{"must":8}},"e":"P","list":[]}""")]
    [InlineData("""{"n":1,"x":2,"a":3,"in":{"must":8}}""")]
    [InlineData("""{"n":1,"x":2,"b":3,"list":7}""")]
    public async Task A_further_request_gets_the_arguments_of_a_first_one(string variables)
    {
        var first = await Hub().AnswerAsync(Query, variables);
        Assert.Contains("\"parts\"", first, StringComparison.Ordinal);
        var hub = Hub();
        await hub.AnswerAsync(Query, """{"n":100,"x":200,"a":300,"b":400,"in":{"a":500},"e":"P","list":[600]}""");
        Assert.Equal(first, await hub.AnswerAsync(Query, variables));
        Assert.Equal(first, await hub.AnswerAsync(Query, variables));
    }

    [Theory]
    [InlineData("query($v: Int = 1) { f(must: $v) }", """{"v":null}""")]
    [InlineData("query($v: [Int] = [1]) { f(in: { must: 1, b: $v }) }", """{"v":[null]}""")]
    [InlineData("query($v: Int = 1) { f(in: { must: $v }) }", """{"v":null}""")]
    public async Task What_does_not_fit_fails_in_the_same_words(string query, string variables)
    {
        var first = await Hub().AnswerAsync(query, variables);
        var hub = Hub();
        Assert.StartsWith("{\"data\":", await hub.AnswerAsync(query), StringComparison.Ordinal);
        Assert.Equal(first, await hub.AnswerAsync(query, variables));
    }

    private static TestHub Hub() => new TestHub(Sdl).From("Query.f", field => Text(field.Arguments));

    private static string Members(IReadOnlyDictionary<string, object?> map) =>
        string.Join(",", map.Select(p => p.Key + ":" + Text(p.Value)).Order(StringComparer.Ordinal));

    private static string Text(object? value) => value switch
    {
        null => "null",
        IReadOnlyDictionary<string, object?> map => $"{{{Members(map)}}}#{map.Count}",
        System.Collections.IEnumerable list and not string => $"[{string.Join(",", list.Cast<object?>().Select(Text))}]",
        _ => $"{value}",
    };
}
