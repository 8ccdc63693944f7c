namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_6_1_1_ValidatingRequestsTests
{
    private static TestHub Hub() => new TestHub("type Query { a: Int, b: Int }").Value("Query.a", 1).Value("Query.b", 2);

    [Fact]
    public async Task All_errors_that_are_known_are_reported_and_nothing_is_executed()
    {
        var hub = Hub();
        var result = await hub.ExecuteAsync("query ($x: Int) { a nothing ...F a: b }");
        Assert.False(result.HasData);
        string[] sections =
        [
            "5.3.1 Field Selections", "5.3.2 Field Selection Merging", "5.5.2.1 Fragment Spread Target Defined", "5.8.4 All Variables Used",
        ];
        Assert.Equal(sections, result.Errors.Select(e => e.Specification!).Order(StringComparer.Ordinal));
        Assert.Equal((0, 0), (hub.Calls("Query.a"), hub.Dispatches));
    }

    [Fact]
    public void A_document_is_validated_once_and_remembered()
    {
        var engine = Hub().Engine;
        Assert.Same(engine.Prepare("{ a }"), engine.Prepare("{ a }"));
        Assert.Same(engine.Prepare("{ nothing }"), engine.Prepare("{ nothing }"));
        Assert.NotSame(engine.Prepare("{ a }"), engine.Prepare("{ a  }"));
    }

    [Fact]
    public async Task Also_an_operation_that_is_not_asked_for_must_be_valid()
    {
        var result = await Hub().ExecuteAsync("query A { a } query B { nothing }", operation: "A");
        Assert.Equal("5.3.1 Field Selections", Assert.Single(result.Errors).Specification);
    }
}
