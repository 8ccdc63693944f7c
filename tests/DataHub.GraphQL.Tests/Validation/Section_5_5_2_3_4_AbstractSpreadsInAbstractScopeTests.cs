using DataHub.GraphQL.Tests.Types;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_5_2_3_4_AbstractSpreadsInAbstractScopeTests
{
    private static IEnumerable<string?> Sections(string document, Schema? schema = null) =>
        RuleTests.Errors(document, schema).Select(e => e.Specification).Distinct();

    [Theory]
    [InlineData("{ pet { ... on DogOrHuman { ... on Dog { barkVolume } } } }")]
    [InlineData("{ catOrDog { ... on Pet { name } } }")]
    [InlineData("{ catOrDog { ... on DogOrHuman { __typename } } }")]
    public void Scopes_with_a_common_object_type_apply(string document) => Assert.Empty(Sections(document));

    [Theory]
    [InlineData("{ pet { ... on Sentient { name } } }")]
    [InlineData("{ catOrDog { ... on HumanOrAlien { __typename } } }")]
    [InlineData("{ pet { ...F } } fragment F on HumanOrAlien { __typename }")]
    public void Scopes_without_one_do_not(string document) => Assert.Equal(["5.5.2.3 Fragment Spread Is Possible"], Sections(document));

    [Fact]
    [Specifies("Interface Spreads in Implemented Interface Scope")]
    public void An_interface_applies_in_an_interface_it_implements_and_the_other_way_round()
    {
        var schema = Sdl.Build("""
            type Query { node: Node, resource: Resource, other: Other }
            interface Node { id: ID } interface Resource implements Node { id: ID, url: String } interface Other { id: ID }
            type Image implements Resource & Node { id: ID, url: String } type Lone implements Other { id: ID }
            """);
        Assert.Empty(Sections("{ node { ... on Resource { url } } resource { ... on Node { id } } }", schema));
        Assert.Equal(["5.5.2.3 Fragment Spread Is Possible"], Sections("{ other { ... on Resource { url } } }", schema));
    }
}
