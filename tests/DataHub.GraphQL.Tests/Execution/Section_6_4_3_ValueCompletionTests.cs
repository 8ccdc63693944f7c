using System.Collections;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_4_3_ValueCompletionTests
{
    private const string Sdl = """
        enum Scale { MIKRO SUPER_MIKRO PMI old_name }
        interface Named { name: String }
        type Dog implements Named { name: String }
        type Cat implements Named { name: String, tags: [[String]] }
        type Query {
          int: Int, float: Float, string: String, boolean: Boolean, id: ID
          scale: Scale, scales: [Scale]
          matrix: [[Int]], lists: [[String!]]
          named: [Named]
          stranger: Named
        }
        """;

    private enum Scale { Mikro, SuperMikro, PMI, old_name, Unknown }

    private sealed record Dog(string Name);

    [ObjectTypeName("Cat")]
    private sealed record Feline(string Name)
    {
        public string?[]?[]? Tags => Name == "Tom" ? [["a", null], null, []] : null;
    }

    private static TestHub Hub(EngineOptions? options = null) => new(Sdl, options);

    [Fact]
    [Specifies("CoerceResult()")]
    public async Task Leaf_values_are_written_as_their_type_says()
    {
        var hub = Hub().Value("Query.int", 5L).Value("Query.float", 1.5).Value("Query.string", "é\"\\\u0001")
            .Value("Query.boolean", true).Value("Query.id", 12);
        Assert.Equal(
            """{"int":5,"float":1.5,"string":"é\"\\\u0001","boolean":true,"id":"12"}""",
            await hub.DataAsync("{ int float string boolean id }"));
    }

    [Fact]
    public async Task A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("{\"string\":\"a\uFFFDb\"}", await Hub().Value("Query.string", "a\ud800b").DataAsync("{ string }"));

    [Fact]
    [Specifies("CompleteValue()")]
    public async Task A_null_value_is_null() => Assert.Equal(
        """{"int":null,"string":null,"scale":null,"lists":null}""",
        await Hub().Value("Query.int", (int?)null).Value("Query.string", (string?)null).Value("Query.scale", (Scale?)null)
            .Value("Query.lists", (string[][]?)null).DataAsync("{ int string scale lists }"));

    [Fact]
    public async Task A_number_outside_the_range_of_Int_is_an_error_of_the_field_and_not_repeated()
    {
        var hub = Hub().Value("Query.int", 1L << 40).Value("Query.string", "s");
        Assert.Equal(
            """{"errors":[{"message":"A value of \"Query.int\" cannot be represented as Int.","locations":[{"line":"""
            + """1,"column":3}],"path":["int"]"""
            + ""","extensions":{"code":"VALUE_NOT_REPRESENTABLE"}}],"data":{"int":null,"string":"s"}}""",
            await hub.AnswerAsync("{ int string }"));
    }

    [Theory]
    [InlineData(Scale.Mikro, "MIKRO")]
    [InlineData(Scale.SuperMikro, "SUPER_MIKRO")]
    [InlineData(Scale.PMI, "PMI")]
    [InlineData(Scale.old_name, "old_name")]
    public async Task A_member_of_a_CSharp_enum_is_written_by_its_name(object member, string name) =>
        Assert.Equal($$"""{"scale":"{{name}}"}""", await Hub().Value("Query.scale", (Scale)member).DataAsync("{ scale }"));

    [Fact]
    [Specifies("CoerceResult()")]
    public async Task What_is_no_value_of_the_enum_is_an_error_at_its_item()
    {
        var errors = await Hub().Value("Query.scales", new[] { "MIKRO", "mikro", null }).Value("Query.scale", Scale.Unknown)
            .ErrorsAsync("{ scales scale }");
        Assert.Equal(
            ["scales.1: A value of \"Query.scales\" cannot be represented as Scale.",
                "scale: A value of \"Query.scale\" cannot be represented as Scale."],
            errors);
    }

    [Fact]
    [Specifies("CompleteValue()")]
    public async Task Lists_of_lists_keep_their_shape() => Assert.Equal(
        """{"matrix":[[1,null],null,[],[2]],"lists":[["a"],[]]}""",
        await Hub().Value("Query.matrix", new int?[]?[] { [1, null], null, [], [2] })
            .Value("Query.lists", new List<IEnumerable<string>> { new[] { "a" }, Array.Empty<string>() })
            .DataAsync("{ matrix lists }"));

    [Fact]
    [Specifies("ResolveAbstractType()")]
    public async Task Objects_of_an_interface_have_the_type_of_their_class() => Assert.Equal(
        """{"named":[{"__typename":"Cat","tags":[["a",null],null,[]]},null,{"__typename":"Dog","name":"Rex"},"""
        + """{"__typename":"Cat","tags":null}]}""",
        await Hub().Value("Query.named", new object?[] { new Feline("Tom"), null, new Dog("Rex"), new Feline("Kit") })
            .DataAsync("{ named { __typename ... on Dog { name } ... on Cat { tags } } }"));

    [Fact]
    public async Task An_object_of_no_possible_type_is_an_internal_error()
    {
        var seen = new List<string>();
        var hub = Hub(new EngineOptions { OnInternalError = (e, field) => seen.Add(field!.Definition.Coordinate + ": " + e.Message) });
        var answer = await hub.Value("Query.stranger", (object)"text").AnswerAsync("{ stranger { name } }");
        Assert.EndsWith("""
            "data":{"stranger":null}}
            """.Trim(), answer, StringComparison.Ordinal);
        Assert.Equal("Query.stranger: No object type is named as class String.", Assert.Single(seen));
    }

    public static TheoryData<string, ResolvedField> Misshapen => new()
    {
        { "int", ResolvedField.Leaf(new ArrayColumn<int>([])) },
        { "int", new ResolvedField { Layers = [new ListLayer([0, 1])], Values = new ArrayColumn<int>([1]) } },
        { "int", new ResolvedField() },
        { "int", ResolvedField.Leaf(new ArrayColumn<TimeSpan>([default])) },
        { "scales", new ResolvedField { Layers = [new ListLayer([0, 2])], Values = new ArrayColumn<string>(["MIKRO"]) } },
        { "scales", new ResolvedField { Layers = [new ListLayer([0])], Values = new ArrayColumn<string>(["MIKRO"]) } },
        { "scales", new ResolvedField { Layers = [new ListLayer([2, 1])], Values = new ArrayColumn<string>(["MIKRO", "MIKRO"]) } },
        { "named { name }", ResolvedField.Many(ObjectRowSet.Of([new Dog("Rex")], Schemas.Empty), [0, 2]) },
        { "named { name }", ResolvedField.Many(ObjectRowSet.Of([new Dog("Rex")], Schemas.Empty), [0, 1], [1]) },
        { "int", new ResolvedField { Values = new ArrayColumn<int>([1]), Errors = [new RowError(1, new GraphQLError("x", "X"))] } },
    };

    [Theory]
    [MemberData(nameof(Misshapen))]
    public async Task An_answer_of_the_wrong_shape_is_an_internal_error(string selection, ResolvedField resolved)
    {
        var hub = Hub();
        hub.Resolve("Query." + selection.Split(' ')[0], (_, _) => new(resolved));
        var result = await hub.ExecuteAsync("{ " + selection + " }");
        Assert.Equal(ErrorCodes.Internal, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task Rows_that_know_nothing_of_types_are_picked_from_the_whole_set()
    {
        var hub = Hub().Value("Query.named", Array.Empty<object>());
        hub.Resolve("Query.named", (_, _) => new(ResolvedField.Many(new MixedRows(hub.Schema), [0, 4])));
        Assert.Equal(
            """{"named":[{"name":"n0"},{"tags":[["1a","1b"],null]},{"name":null},{"tags":null}]}""",
            await hub.DataAsync("{ named { ... on Dog { name } ... on Cat { tags } } }"));
    }

    /// <summary>Dogs and cats in turn; reads every field for all rows, as a set of database rows does.</summary>
    private sealed class MixedRows(Schema schema) : RowSet
    {
        public override int Count => 4;

        public override ObjectType TypeOf(int row) => (ObjectType)schema.Type(row % 2 == 0 ? "Dog" : "Cat")!;

        public override ResolvedField Read(FieldSelection field) => field.Definition.Name == "name"
            ? ResolvedField.Leaf(new ArrayColumn<string>(["n0", "n1", "n2", "n3"], [false, false, true, false]))
            : new ResolvedField
            {
                Layers =
                [
                    new ListLayer([0, 1, 3, 3, 3], new BitArray(new[] { false, false, false, true })),
                    new ListLayer([0, 2, 4, 4], new BitArray(new[] { false, false, true })),
                ],
                Values = new ArrayColumn<string>(["0a", "0b", "1a", "1b"]),
            };
    }
}
