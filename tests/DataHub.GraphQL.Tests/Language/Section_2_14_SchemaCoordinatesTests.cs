using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Tests.Types;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_14_SchemaCoordinatesTests
{
    private static readonly Schema Businesses = Sdl.Build("""
        type Query { searchBusiness(criteria: SearchCriteria!): [Business] }
        input SearchCriteria { name: String, filter: SearchFilter }
        enum SearchFilter { OPEN_NOW DELIVERS_TAKEOUT VEGETARIAN_MENU }
        interface Named { name(short: Boolean): String }
        type Business implements Named { id: ID, name(short: Boolean): String, email: String @private(scope: "loggedIn") }
        union Any = Business | Query
        scalar Date
        directive @private(scope: String!) on FIELD_DEFINITION
        """);

    [Theory]
    [InlineData("Business", "TypeElement")]
    [InlineData("Any", "TypeElement")]
    [InlineData("Date", "TypeElement")]
    [InlineData("String", "TypeElement")]
    [InlineData("Business.name", "FieldElement")]
    [InlineData("Named.name", "FieldElement")]
    [InlineData("SearchCriteria.filter", "InputFieldElement")]
    [InlineData("SearchFilter.OPEN_NOW", "EnumValueElement")]
    [InlineData("Query.searchBusiness(criteria:)", "FieldArgumentElement")]
    [InlineData("Named.name(short:)", "FieldArgumentElement")]
    [InlineData("@private", "DirectiveElement")]
    [InlineData("@private(scope:)", "DirectiveArgumentElement")]
    [InlineData("@deprecated(reason:)", "DirectiveArgumentElement")]
    [Specifies("Resolving a Schema Coordinate")]
    public void A_coordinate_finds_its_element(string text, string element) =>
        Assert.Equal(element, SchemaCoordinate.Parse(text).Resolve(Businesses)?.GetType().Name);

    [Fact]
    public void The_element_is_the_one_that_is_named()
    {
        var field = Businesses.Query.Field("searchBusiness")!;
        Assert.Equal(new FieldArgumentElement(field, field.Argument("criteria")!),
            SchemaCoordinate.Parse("Query.searchBusiness(criteria:)").Resolve(Businesses));
        var filter = (EnumType)Businesses.Type("SearchFilter")!;
        Assert.Equal(new EnumValueElement(filter, filter.Value("DELIVERS_TAKEOUT")!),
            SchemaCoordinate.Parse("SearchFilter.DELIVERS_TAKEOUT").Resolve(Businesses));
        var criteria = (InputObjectType)Businesses.Type("SearchCriteria")!;
        Assert.Equal(new InputFieldElement(criteria, criteria.Field("name")!),
            SchemaCoordinate.Parse("SearchCriteria.name").Resolve(Businesses));
        Assert.Equal(field.Coordinate, SchemaCoordinate.Parse("Query.searchBusiness").ToString());
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Business.nothing")]
    [InlineData("Business.__typename")]
    [InlineData("SearchCriteria.nothing")]
    [InlineData("SearchFilter.NOTHING")]
    [InlineData("Query.searchBusiness(nothing:)")]
    [InlineData("@nothing")]
    [InlineData("@private(nothing:)")]
    [InlineData("__Type")]
    public void An_element_that_is_not_there_gives_nothing(string text) => Assert.Null(SchemaCoordinate.Parse(text).Resolve(Businesses));

    [Theory]
    [InlineData("Nothing.name", "there is no enum, input object, object or interface type \"Nothing\".")]
    [InlineData("Any.name", "there is no enum, input object, object or interface type \"Any\".")]
    [InlineData("Date.name", "there is no enum, input object, object or interface type \"Date\".")]
    [InlineData("__Type.name", "there is no enum, input object, object or interface type \"__Type\".")]
    [InlineData("Nothing.name(a:)", "there is no object or interface type \"Nothing\".")]
    [InlineData("SearchCriteria.name(a:)", "there is no object or interface type \"SearchCriteria\".")]
    [InlineData("SearchFilter.OPEN_NOW(a:)", "there is no object or interface type \"SearchFilter\".")]
    [InlineData("Business.nothing(a:)", "there is no field \"Business.nothing\".")]
    [InlineData("@nothing(a:)", "there is no directive \"@nothing\".")]
    public void What_contains_the_element_must_be_there(string text, string problem)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => SchemaCoordinate.Parse(text).Resolve(Businesses)).Errors);
        Assert.Equal((text, $"{text}: {problem}", ErrorCodes.Schema), (error.Coordinate, error.Message, error.Code));
    }

    [Theory]
    [InlineData("A", "TypeCoordinate", null)]
    [InlineData("_a1.__b", "MemberCoordinate", "_a1")]
    [InlineData("A.b(c:)", "ArgumentCoordinate", "A.b")]
    [InlineData("@a", "DirectiveCoordinate", null)]
    [InlineData("@a(b:)", "DirectiveArgumentCoordinate", "@a")]
    [Specifies("Parsing a Schema Coordinate")]
    public void A_coordinate_is_read_and_written_in_one_way(string text, string kind, string? container)
    {
        var coordinate = SchemaCoordinate.Parse(text);
        Assert.Equal((text, kind, container), (coordinate.ToString(), coordinate.GetType().Name, coordinate.Container?.ToString()));
        Assert.Equal(coordinate, SchemaCoordinate.Parse(text));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" A", 1)]
    [InlineData("A ", 2)]
    [InlineData("A .b", 2)]
    [InlineData("A. b", 3)]
    [InlineData("A.b (c:)", 4)]
    [InlineData("A.b( c:)", 5)]
    [InlineData("A.b(c :)", 6)]
    [InlineData("A.b(c: )", 7)]
    [InlineData("A.b(c:),", 8)]
    [InlineData("A.b(c:)#", 8)]
    [InlineData("\uFEFFA", 1)]
    [InlineData("A.", 3)]
    [InlineData("A.b.c", 4)]
    [InlineData("A(b:)", 2)]
    [InlineData("A.b()", 5)]
    [InlineData("A.b(c)", 6)]
    [InlineData("A.b(c:", 7)]
    [InlineData("A.b(c:1)", 7)]
    [InlineData("@", 2)]
    [InlineData("@a.b", 3)]
    [InlineData("@@a", 2)]
    [InlineData("1A", 1)]
    [InlineData("A.é", 3)]
    [InlineData("A:b", 2)]
    public void Anything_else_is_refused_at_its_place(string text, int column)
    {
        var error = Text.Refused(() => SchemaCoordinate.Parse(text));
        Assert.Equal(new SourceLocation(1, column), error.Locations[0]);
        Assert.Equal("2.14 Schema Coordinates", error.Specification);
    }
}
