using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_3_2_FieldCollectionTests
{
    private const string Sdl = """
        interface Named { name: String }
        type Dog implements Named { name: String, barks: Boolean }
        type Cat implements Named { name: String, meows: Boolean }
        type Bird { wings: Int }
        union Pet = Dog | Cat | Bird
        type Query { a: A, b: String, pet: Pet, pets: [Pet!]! }
        type A { one: Int, two: Int, a: A }
        """;

    private sealed record A(int One, int Two)
    {
        public A? Self => One < 3 ? this with { One = One + 1 } : null;
    }

    private sealed record Dog(string Name, bool Barks);

    private sealed record Cat(string Name, bool Meows);

    private sealed record Bird(int Wings);

    private static TestHub Hub(EngineOptions? options = null) => new TestHub(Sdl, options)
        .Value("Query.a", new A(1, 2))
        .Each<A, A?>("A.a", a => a.Self)
        .Value("Query.b", "b")
        .Value<object>("Query.pet", new Dog("Rex", true))
        .Value("Query.pets", new object[] { new Dog("Rex", true), new Bird(2), new Cat("Tom", false), new Dog("Ajax", false) });

    [Fact]
    [Specifies("CollectFields()")]
    public async Task Fields_with_one_response_key_are_merged_and_keep_the_place_of_the_first() => Assert.Equal(
        """{"a":{"one":1,"two":2},"b":"b"}""",
        await Hub().DataAsync("{ a { one } ...F } fragment F on Query { a { two } b }"));

    [Fact]
    public async Task Merged_fields_are_resolved_once()
    {
        var hub = Hub();
        await hub.DataAsync("{ a { one a { one } } a { two a { two } } ... { a { one } } }");
        Assert.Equal((1, 1), (hub.Calls("Query.a"), hub.Calls("A.a")));
    }

    [Fact]
    public async Task Aliases_ask_one_field_several_times() =>
        Assert.Equal("""{"x":"b","y":"b"}""", await Hub().DataAsync("{ x: b y: b }"));

    [Fact]
    public async Task Fields_stand_in_the_order_of_the_query() =>
        Assert.Equal("""{"b":"b","a":{"two":2,"one":1}}""", await Hub().DataAsync("{ b a { two one } }"));

    [Theory]
    [InlineData("@skip(if: true)", false)]
    [InlineData("@skip(if: false)", true)]
    [InlineData("@include(if: true)", true)]
    [InlineData("@include(if: false)", false)]
    [InlineData("@skip(if: $yes)", false)]
    [InlineData("@include(if: $no)", false)]
    [InlineData("@skip(if: $no) @include(if: $yes)", true)]
    [InlineData("@skip(if: $yes) @include(if: $yes)", false)]
    [InlineData("@skip(if: $no) @include(if: $no)", false)]
    [InlineData("@include(if: $default)", true)]
    [Specifies("CollectFields()")]
    public async Task Skip_and_include_decide_on_a_selection(string directives, bool included)
    {
        var query = $$"""
            query($yes: Boolean!, $no: Boolean!, $default: Boolean! = true) {
              used: b @include(if: $yes) ... @skip(if: $no) { used: b @include(if: $default) }
              field: b {{directives}}
              ... {{directives}} { inline: b }
              ...F {{directives}}
            }
            fragment F on Query { spread: b }
            """;
        var data = await Hub().DataAsync(query, """{"yes":true,"no":false}""");
        Assert.Equal(included ? """{"used":"b","field":"b","inline":"b","spread":"b"}""" : """{"used":"b"}""", data);
    }

    [Fact]
    public async Task Conditions_are_decided_anew_for_each_request()
    {
        var hub = Hub();
        const string Query = "query($v: Boolean!) { b a @include(if: $v) { one } }";
        Assert.Equal("""{"b":"b"}""", await hub.DataAsync(Query, """{"v":false}"""));
        Assert.Equal("""{"b":"b","a":{"one":1}}""", await hub.DataAsync(Query, """{"v":true}"""));
    }

    [Fact]
    public async Task Requests_whose_conditions_decide_alike_share_their_selections()
    {
        var fields = new List<FieldSelection>();
        var hub = Hub(new EngineOptions
        {
            Authorize = (plan, _) =>
            {
                fields.Add(plan.Root.Fields[0]);
                return [];
            },
        });
        const string Query = "query($v: Boolean!, $w: Boolean!) { a { one ... @skip(if: $v) { two a @include(if: $w) { one } } } }";
        foreach (var (v, w) in new[] { (true, true), (false, true), (true, true), (false, true), (false, false) })
            await hub.DataAsync(Query, $$"""{"v":{{(v ? "true" : "false")}},"w":{{(w ? "true" : "false")}}}""");
        Assert.Same(fields[0], fields[2]);
        Assert.Same(fields[1], fields[3]);
        Assert.Equal([1, 3, 1, 3, 2], fields.Select(f => f.Selection.Fields.Count));
    }

    [Fact]
    [Specifies("DoesFragmentTypeApply()")]
    public async Task A_fragment_applies_to_its_object_type_interface_or_union() => Assert.Equal(
        """{"pets":[{"__typename":"Dog","name":"Rex","barks":true,"any":"Dog"},{"__typename":"Bird","wings":2,"any":"Bird"},"""
        + """{"__typename":"Cat","name":"Tom","any":"Cat"},{"__typename":"Dog","name":"Ajax","barks":false,"any":"Dog"}]}""",
        await Hub().DataAsync("""
            { pets { __typename ... on Named { name } ... on Dog { barks } ...B ... on Pet { any: __typename } } }
            fragment B on Bird { wings }
            """));

    [Fact]
    public async Task Objects_of_one_type_are_resolved_in_one_call()
    {
        var hub = Hub();
        hub.Each<object, bool>("Dog.barks", dog => ((Dog)dog).Barks);
        Assert.Equal("""{"pets":[{"barks":true},{},{},{"barks":false}]}""", await hub.DataAsync("{ pets { ... on Dog { barks } } }"));
        Assert.Equal(1, hub.Calls("Dog.barks"));
    }

    [Fact]
    public async Task A_fragment_bomb_is_refused_before_execution()
    {
        var fragments = Enumerable.Range(0, 30).Select(i => $"fragment F{i} on A {{ x: a {{ ...F{i + 1} }} y: a {{ ...F{i + 1} }} }}");
        var hub = Hub();
        var result = await hub.ExecuteAsync("{ a { ...F0 } } " + string.Join(' ', fragments) + " fragment F30 on A { one }");
        Assert.False(result.HasData);
        Assert.Contains(LimitKinds.Fields.Code, result.Errors.Select(e => e.Code));
        Assert.Equal(0, hub.Calls("Query.a"));
    }

    [Fact]
    public async Task Nesting_through_fragments_is_bounded_too()
    {
        var fragments = Enumerable.Range(0, 150).Select(i => $"fragment F{i} on A {{ a {{ ...F{i + 1} }} }}");
        var result = await Hub().ExecuteAsync("{ a { ...F0 } } " + string.Join(' ', fragments) + " fragment F150 on A { one }");
        Assert.Equal(LimitKinds.Depth.Code, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task A_document_within_the_limit_is_planned()
    {
        var aliases = string.Join(' ', Enumerable.Range(0, 10).Select(i => $"b{i}: b"));
        foreach (var (most, isAnswered) in new[] { (10, true), (9, false) })
        {
            var options = new EngineOptions { Limits = new OperationLimits { Fields = new Limit(most) } };
            Assert.Equal(isAnswered, (await Hub(options).ExecuteAsync("{" + aliases + "}")).HasData);
        }
    }

    [Theory]
    [InlineData("{ o { a } o { b } }", """{"o":{"a":1,"b":2}}""")]
    [InlineData("{ o { b } ...F o { a } } fragment F on Query { o { c: a b } }", """{"o":{"b":2,"c":1,"a":1}}""")]
    [InlineData("{ o { o { a } } o { o { b } } }", """{"o":{"o":{"a":1,"b":2}}}""")]
    [Specifies("CollectSubfields()")]
    [Specifies("Merging Selection Sets")]
    public async Task The_selection_sets_of_merged_fields_are_executed_as_one(string text, string data)
    {
        var hub = new TestHub("type Query { o: O } type O { o: O, a: Int, b: Int }").Value("Query.o", new Leaf(1, 2));
        hub.Each<Leaf, Leaf>("O.o", leaf => leaf);
        Assert.Equal(data, await hub.DataAsync(text));
        Assert.Equal(1, hub.Calls("Query.o"));
    }

    private sealed record Leaf(int A, int B);
}
