using System.Globalization;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_8_InputObjectValuesTests
{
    private static TestHub Hub() => new TestHub("input Point { lon: Float, lat: Float } type Query { nearest(location: Point): String }")
        .From("Query.nearest", f => f.Argument<InputObject>("location") is { } point
            ? string.Create(CultureInfo.InvariantCulture, $"{point.Get<double>("lon")};{point.Get<double>("lat")}") : "nowhere");

    [Fact]
    [Specifies("Input Object Fields Are Unordered")]
    public async Task The_order_of_fields_means_nothing()
    {
        Assert.Equal("""{"nearest":"12.43;-53.211"}""", await Hub().DataAsync("{ nearest(location: { lon: 12.43, lat: -53.211 }) }"));
        Assert.Equal("""{"nearest":"12.43;-53.211"}""", await Hub().DataAsync("{ nearest(location: { lat: -53.211, lon: 12.43 }) }"));
    }

    [Fact]
    [Specifies("Semantics")]
    public void An_object_holds_its_fields_by_name()
    {
        var value = Assert.IsType<ObjectValueNode>(Text.Value("{ a: 1, b: { c: [$d] }, true: false }"));
        Assert.Equal(["a: 1", "b: { c: [$d] }", "true: false"], value.Fields.Select(f => $"{f.Name.Value}: {Printer.Print(f.Value)}"));
        Assert.Empty(Assert.IsType<ObjectValueNode>(Text.Value("{ }")).Fields);
    }

    [Theory]
    [InlineData("{ a }")]
    [InlineData("{ a: }")]
    [InlineData("{ a: 1")]
    [InlineData("{ \"a\": 1 }")]
    [InlineData("{ 1: 1 }")]
    [InlineData("{ a = 1 }")]
    public void Broken_objects_are_refused(string text) => Assert.NotNull(Text.RefusedValue(text));
}
