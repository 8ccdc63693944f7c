using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class ObjectRowSetTests
{
    private const string Sdl = """
        interface Place { code: String! }
        type Region implements Place { code: String!, name: String }
        type District implements Place { code: String!, region: Region }
        type Business {
          registeredOn: String, workers: Int, sales: Float!, active: Boolean, tags: [String!], grid: [[Int]]
          region: Region, places: [Place], inner: [[Region]], missing: Int
        }
        type Query { business: Business, businesses: [Business!]! }
        """;

    private interface IPlace
    {
        string Code { get; }
    }

    private abstract class Coded(string code) : IPlace
    {
        public string Code { get; } = code;
    }

    private sealed class Region(string code, string? name) : Coded(code)
    {
        public string? Name { get; } = name;
    }

    private sealed class District(string code) : Coded(code)
    {
        public Region Region { get; } = new("18", "Lampung");
    }

    private sealed class Business
    {
        public string? RegisteredOn { get; init; }

        public int? Workers { get; init; }

        public double Sales { get; init; }

        public bool? Active { get; init; }

        public IReadOnlyList<string>? Tags { get; init; }

        public int?[][]? Grid { get; init; }

        public Region? Region { get; init; }

        public IEnumerable<IPlace?>? Places { get; init; }

        public List<List<Region?>?>? Inner { get; init; }
    }

    private static readonly Business Full = new()
    {
        RegisteredOn = "2024-01-02",
        Workers = 3,
        Sales = 1.5,
        Active = false,
        Tags = ["a", "b"],
        Grid = [[1, null], []],
        Region = new Region("18.71", null),
        Places = [new Region("18", "Lampung"), null, new District("18.71.01")],
        Inner = [[new Region("1", null), null], null],
    };

    [Fact]
    public async Task Properties_of_every_shape_are_read_by_their_name() => Assert.Equal(
        """{"business":{"registeredOn":"2024-01-02","workers":3,"sales":1.5,"active":false,"tags":["a","b"],"grid":[[1,null],[]],"""
        + "\"region\":{\"code\":\"18.71\",\"name\":null},\"inner\":[[{\"code\":\"1\"},null],null],"
        + "\"places\":[{\"code\":\"18\",\"name\":\"Lampung\"},null,{\"code\":\"18.71.01\",\"region\":{\"name\":\"Lampung\"}}]}}",
        await new TestHub(Sdl).Value("Query.business", Full).DataAsync("""
            { business { registeredOn workers sales active tags grid region { code name } inner { code }
                places { code ... on Region { name } ... on District { region { name } } } } }
            """));

    [Fact]
    public async Task What_an_object_has_not_is_null() => Assert.Equal(
        """{"business":{"registeredOn":null,"workers":null,"sales":0,"active":null,"tags":null,"grid":null,"region":null,"places":null}}""",
        await new TestHub(Sdl).Value("Query.business", new Business())
            .DataAsync("{ business { registeredOn workers sales active tags grid region { code } places { code } } }"));

    [Fact]
    public async Task Several_objects_share_one_reading()
    {
        var hub = new TestHub(Sdl).Value("Query.businesses", new[] { Full, new Business { Workers = 1 }, Full });
        Assert.Equal(
            """{"businesses":[{"workers":3,"region":{"code":"18.71"}},"""
            + """{"workers":1,"region":null},{"workers":3,"region":{"code":"18.71"}}]}""",
            await hub.DataAsync("{ businesses { workers region { code } } }"));
    }

    [Fact]
    public async Task A_field_without_a_property_is_an_internal_error_that_names_it()
    {
        var seen = new List<string>();
        var hub = new TestHub(Sdl, new EngineOptions { OnInternalError = (e, _) => seen.Add(e.Message) }).Value("Query.business", Full);
        await hub.AnswerAsync("{ business { missing } }");
        Assert.Equal("Business has no property for Business.missing.", Assert.Single(seen));
    }

    [Fact]
    public void Columns_are_read_by_name_and_type()
    {
        var rows = ObjectRowSet.Of([Full, new Business { Workers = null }], Schemas.Empty);
        var workers = rows.Column<int>("workers");
        Assert.Equal((3, true), (workers[0], workers.IsNull(1)));
        Assert.Equal("2024-01-02", rows.Column<string>("registeredOn")[0]);
        Assert.Equal("18.71", rows.Column<Region>("region")[0].Code);
        Assert.Throws<InvalidOperationException>(() => rows.Column<string>("workers"));
        Assert.Throws<InvalidOperationException>(() => rows.Column<string>("nothing"));
    }

    [Fact]
    public void Columns_of_objects_known_only_by_their_base_are_read_from_their_class()
    {
        var rows = ObjectRowSet.Of<IPlace>([new Region("18", "Lampung")], Schemas.Empty);
        Assert.Equal("18", rows.Column<string>("code")[0]);
        Assert.Equal("Lampung", rows.Column<string>("name")[0]);
    }
}
