namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_2_3_2_AbstractSpreadsInObjectScopeTests
{
    private static IEnumerable<string?> Sections(string document) => RuleTests.Errors(document).Select(e => e.Specification).Distinct();

    [Theory]
    [InlineData("{ dog { ... on Pet { name } } }")]
    [InlineData("{ dog { ...F } } fragment F on Pet { name }")]
    [InlineData("{ dog { ... on CatOrDog { ... on Cat { meowVolume } } } }")]
    [InlineData("{ human { ... on Sentient { name } ... on HumanOrAlien { __typename } } }")]
    public void An_interface_or_union_of_the_object_applies(string document) => Assert.Empty(Sections(document));

    [Theory]
    [InlineData("{ dog { ... on Sentient { name } } }")]
    [InlineData("{ dog { ... on HumanOrAlien { __typename } } }")]
    [InlineData("{ human { ...F } } fragment F on CatOrDog { __typename }")]
    public void Another_interface_or_union_does_not(string document) =>
        Assert.Equal(["5.5.2.3 Fragment Spread Is Possible"], Sections(document));
}
