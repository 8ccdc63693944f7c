using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_1_2_CoercingVariableValuesTests
{
    private const string Sdl = """
        enum Scale { MIKRO KECIL }
        input Point { a: String, b: Int!, c: Int = 7, list: [Point!] }
        input OneOf @oneOf { a: String, b: Int }
        type Query {
          int(x: Int): String
          ints(x: [Int]): String
          nested(x: [[Int]]): String
          scale(x: Scale): String
          point(x: Point): String
          oneOf(x: OneOf): String
          required(x: Int!): String
        }
        """;

    private static TestHub Hub()
    {
        var hub = new TestHub(Sdl);
        foreach (var field in hub.Schema.Query.Fields)
            hub.From(field.Coordinate, f => f.Arguments.Count == 0 ? "absent" : JsonSerializer.Serialize(f.Arguments["x"]));
        return hub;
    }

    [Theory]
    [InlineData("Int", "int", "{}", "absent")]
    [InlineData("Int", "int", """{"v":null}""", "null")]
    [InlineData("Int", "int", """{"v":3}""", "3")]
    [InlineData("Int = 5", "int", "{}", "5")]
    [InlineData("Int = 5", "int", """{"v":null}""", "null")]
    [InlineData("Int = null", "int", "{}", "null")]
    [InlineData("Int! = 5", "required", "{}", "5")]
    [InlineData("[Int]", "ints", """{"v":[1,2,3]}""", "[1,2,3]")]
    [InlineData("[Int]", "ints", """{"v":1}""", "[1]")]
    [InlineData("[Int]", "ints", """{"v":null}""", "null")]
    [InlineData("[[Int]]", "nested", """{"v":[[1],[2,3]]}""", "[[1],[2,3]]")]
    [InlineData("[[Int]]", "nested", """{"v":[1,2,3]}""", "[[1],[2],[3]]")]
    [InlineData("[[Int]]", "nested", """{"v":[1,null,3]}""", "[[1],null,[3]]")]
    [InlineData("[[Int]]", "nested", """{"v":1}""", "[[1]]")]
    [InlineData("Scale", "scale", """{"v":"KECIL"}""", "\"KECIL\"")]
    [InlineData("Scale = MIKRO", "scale", "{}", "\"MIKRO\"")]
    [InlineData("Point", "point", """{"v":{"b":123}}""", """{"b":123,"c":7}""")]
    [InlineData("Point", "point", """{"v":{"a":null,"b":123,"c":null}}""", """{"a":null,"b":123,"c":null}""")]
    [InlineData("OneOf", "oneOf", """{"v":{"a":"abc"}}""", """{"a":"abc"}""")]
    [Specifies("CoerceVariableValues()")]
    public async Task A_value_is_coerced_to_the_type_of_its_variable(string type, string field, string variables, string coerced)
    {
        var data = await Hub().DataAsync($"query($v: {type}) {{ {field}(x: $v) }}", variables);
        Assert.Equal(coerced, JsonDocument.Parse(data).RootElement.GetProperty(field).GetString());
    }

    [Theory]
    [InlineData("Int!", "required", "{}", "Variable \"$v\" is not valid: A value of required type \"Int!\" was not provided.")]
    [InlineData("Int!", "required", """{"v":null}""", "Variable \"$v\" is not valid: Expected a value of type \"Int!\", not null.")]
    [InlineData("[Int]", "ints", """{"v":[1,"b",true]}""", "Variable \"$v\" is not valid at \"v[1]\": Int must be a whole number")]
    [InlineData("[[Int]]", "nested", """{"v":[[1],["b"]]}""", "Variable \"$v\" is not valid at \"v[1][0]\": Int must be a whole number")]
    [InlineData("Scale", "scale", """{"v":"BESAR"}""", "Variable \"$v\" is not valid: Expected a value of enum \"Scale\".")]
    [InlineData("Point", "point", """{"v":"abc123"}""", "Variable \"$v\" is not valid: Expected an input object of type \"Point\".")]
    [InlineData("Point", "point", """{"v":{"a":"abc"}}""",
        "Variable \"$v\" is not valid: Field \"b\" of required type \"Int!\" is missing.")]
    [InlineData("Point", "point", """{"v":{"b":1,"d":2}}""", "Variable \"$v\" is not valid: Field \"d\" is not defined by type \"Point\".")]
    [InlineData("Point", "point", """{"v":{"b":1,"list":[{"b":1},{"b":null}]}}""",
        "Variable \"$v\" is not valid at \"v.list[1].b\": Expected a value of type \"Int!\", not null.")]
    [InlineData("OneOf", "oneOf", """{"v":{"a":null}}""",
        "Variable \"$v\" is not valid: The value of member field \"a\" must be given and not be null.")]
    [InlineData("OneOf", "oneOf", """{"v":{"a":"abc","b":123}}""", "Variable \"$v\" is not valid: Exactly one key must be specified.")]
    [InlineData("OneOf", "oneOf", """{"v":{}}""", "Variable \"$v\" is not valid: Exactly one key must be specified.")]
    [InlineData("Int", "int", "[1]", "The variables of a request must be a JSON object.")]
    [InlineData("Int", "int", """{"\ud800":1}""", "The variables hold text with half of a surrogate pair, which is no Unicode text.")]
    public async Task A_value_that_does_not_fit_is_a_request_error_that_says_where(
        string type, string field, string variables, string message)
    {
        var hub = Hub();
        var result = await hub.ExecuteAsync($"query($v: {type}) {{ {field}(x: $v) }}", variables);
        Assert.False(result.HasData);
        var error = result.Errors[0];
        Assert.Equal(ErrorCodes.Variables, error.Code);
        Assert.Equal(message.TrimEnd('.'), error.Message.TrimEnd('.'));
        Assert.Equal(0, hub.Calls("Query." + field));
    }

    [Fact]
    public async Task Every_fault_is_listed_and_none_repeats_a_value()
    {
        var errors = await Hub().ErrorsAsync(
            "query($a: Int, $b: [Int]) { int(x: $a) ints(x: $b) }", """{"a":"1871046001000001","b":[true,"1871046001000001"]}""");
        Assert.Equal(3, errors.Count);
        Assert.All(errors, e => Assert.DoesNotContain("1871046001000001", e, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_name_that_is_no_name_is_not_repeated()
    {
        var errors = await Hub().ErrorsAsync("query($v: Point) { point(x: $v) }", """{"v":{"b":1,"1871046001000001":2}}""");
        Assert.Equal("Variable \"$v\" is not valid: A field is not defined by type \"Point\".", Assert.Single(errors));
    }

    [Fact]
    public async Task Variables_that_the_operation_does_not_define_are_ignored() =>
        Assert.Equal("""{"int":"absent"}""", await Hub().DataAsync("{ int }", """{"other":1}"""));

    [Fact]
    public async Task Variables_may_come_in_any_order_and_of_those_with_one_name_the_last_counts()
    {
        const string Query = "query($a: Int, $b: Int, $c: Int = 3) { a: int(x: $a) b: int(x: $b) c: int(x: $c) }";
        Assert.Equal("""{"a":"1","b":"2","c":"3"}""", await Hub().DataAsync(Query, """{"b":2,"z":9,"a":1}"""));
        Assert.Equal("""{"a":"4","b":"absent","c":"null"}""", await Hub().DataAsync(Query, """{"c":5,"a":"x","c":null,"a":4}"""));
    }

    [Fact]
    public async Task Any_number_of_variables_is_read()
    {
        foreach (var count in new[] { 1, 12, 13, 90 })
        {
            var numbers = Enumerable.Range(0, count).ToArray();
            var query = $"query({string.Join(' ', numbers.Select(i => $"$v{i}: Int"))}) {{ {string.Join(' ', numbers.Select(i => $"a{i}: int(x: $v{i})"))} }}";
            var variables = $"{{{string.Join(',', numbers.Reverse().Where(i => i % 3 > 0).Select(i => $"\"v{i}\":{i}"))}}}";
            var hub = Hub();
            var expected = $"{{{string.Join(',', numbers.Select(i => $"\"a{i}\":\"{(i % 3 > 0 ? i : "absent")}\""))}}}";
            Assert.Equal(expected, await hub.DataAsync(query, variables));
            Assert.Equal(expected, await hub.DataAsync(query, variables));
        }
    }

    [Fact]
    public async Task A_second_request_with_the_same_document_has_its_own_values()
    {
        var hub = Hub();
        const string Query = "query($v: Int) { int(x: $v) required(x: 1) }";
        Assert.Equal("""{"int":"1","required":"1"}""", await hub.DataAsync(Query, """{"v":1}"""));
        Assert.Equal("""{"int":"2","required":"1"}""", await hub.DataAsync(Query, """{"v":2}"""));
        Assert.Equal("""{"int":"absent","required":"1"}""", await hub.DataAsync(Query));
    }

    [Fact]
    public async Task Selections_without_variables_are_shared_between_requests()
    {
        var plans = new List<OperationPlan>();
        var hub = new TestHub("type Query { a(x: Int): A } type A { b: Int, c(y: Int): Int }", new EngineOptions
        {
            Authorize = (plan, _) =>
            {
                plans.Add(plan);
                return [new GraphQLError("seen", "SEEN")];
            },
        });
        const string Query = "query($x: Int) { a(x: $x) { b c(y: 1) } }";
        await hub.ExecuteAsync(Query, """{"x":1}""");
        await hub.ExecuteAsync(Query, """{"x":2}""");
        var (first, second) = (plans[0].Root.Fields[0], plans[1].Root.Fields[0]);
        Assert.Equal((1, 2), (first.Argument<int>("x"), second.Argument<int>("x")));
        Assert.NotSame(first, second);
        Assert.Same(first, second.Template);
        Assert.Same(first.Selection, second.Selection);
    }
}
