namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_2_3_1_ObjectSpreadsInObjectScopeTests
{
    private static IEnumerable<string?> Sections(string document) => RuleTests.Errors(document).Select(e => e.Specification).Distinct();

    [Theory]
    [InlineData("{ dog { ... on Dog { barkVolume } } }")]
    [InlineData("{ dog { ...F } } fragment F on Dog { barkVolume }")]
    [InlineData("{ human { pets { ... on Dog { owner { ... on Human { name } } } } } }")]
    public void The_same_object_type_always_applies(string document) => Assert.Empty(Sections(document));

    [Theory]
    [InlineData("{ dog { ... on Cat { meowVolume } } }")]
    [InlineData("{ dog { ...F } } fragment F on Cat { meowVolume }")]
    [InlineData("{ ... on Mutation { __typename } }")]
    [InlineData("{ human { ... on Alien { homePlanet } } }")]
    public void Another_object_type_never_does(string document) =>
        Assert.Equal(["5.5.2.3 Fragment Spread Is Possible"], Sections(document));
}
