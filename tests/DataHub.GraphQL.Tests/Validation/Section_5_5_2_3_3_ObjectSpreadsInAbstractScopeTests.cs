namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_2_3_3_ObjectSpreadsInAbstractScopeTests
{
    private static IEnumerable<string?> Sections(string document) => RuleTests.Errors(document).Select(e => e.Specification).Distinct();

    [Theory]
    [InlineData("{ pet { name ... on Dog { barkVolume } } }")]
    [InlineData("{ catOrDog { ... on Cat { meowVolume } } }")]
    [InlineData("{ pet { ...F } } fragment F on Cat { meowVolume }")]
    public void An_object_type_that_belongs_to_the_scope_applies(string document) => Assert.Empty(Sections(document));

    [Theory]
    [InlineData("{ pet { ... on Human { name } } }")]
    [InlineData("{ catOrDog { ... on Human { name } } }")]
    [InlineData("{ ...H } fragment H on Query { human { ... on Sentient { ... on Dog { barkVolume } } } }")]
    [InlineData("{ human { ... on HumanOrAlien { ... on Cat { meowVolume } } } }")]
    public void Another_object_type_does_not(string document) => Assert.Equal(["5.5.2.3 Fragment Spread Is Possible"], Sections(document));
}
