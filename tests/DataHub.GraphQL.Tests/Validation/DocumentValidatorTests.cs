using System.Text;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void Valid_document_has_no_errors() => Assert.Empty(RuleTests.Errors(
        """
        query Everything($search: FindDogInput = { name: "Fido" }, $more: Boolean! = true, $table: [[Int!]]) @tag(name: "all") {
          __typename
          __schema { queryType { name } }
          findDog(searchBy: $search) {
            ...dog @include(if: $more)
            friend { __typename ... on Cat { meowVolume } ...pet }
          }
          arguments { intTableField(table: $table) }
          business(nib: "9120001234567") { name self { name } }
        }
        fragment dog on Dog { name alias: nickname ...pet }
        fragment pet on Pet { name }
        """));

    [Fact]
    public void Errors_carry_code_place_and_section()
    {
        var error = Assert.Single(RuleTests.Errors("{ dog { howl } }"));
        Assert.Equal(ErrorCodes.Validation, error.Code);
        Assert.Equal(new SourceLocation(1, 9), Assert.Single(error.Locations));
        Assert.Equal("5.3.1 Field Selections", error.Specification);
        Assert.Null(error.Path);
    }

    [Fact]
    public void Validation_stops_at_the_wanted_number_of_errors()
    {
        var document = new StringBuilder("{ ").Insert(2, "howl(a: $b) @x ", 1000).Append('}').ToString();
        Assert.Equal(50, RuleTests.Errors(document, options: new ValidationOptions()).Count);
        Assert.Single(RuleTests.Errors(document, options: new ValidationOptions { MaxErrors = 1 }));
    }

    [Theory]
    [InlineData("{ business(nib: \"1871012345678901\") { name } }")]
    [InlineData("{ business(nib: 1871012345678901) { name } }")]
    [InlineData("{ business(nib: [\"1871012345678901\"]) { name } }")]
    [InlineData("{ business(nib: { nik: \"1871012345678901\" }) { name } }")]
    [InlineData("{ businessesByNib(nibs: [\"9120001234567\", \"1871012345678901\"]) { name } }")]
    [InlineData("{ kurEligibility(input: { nib: \"1871012345678901\", amount: 1 }) }")]
    [InlineData("{ kurEligibility(input: { nib: \"9120001234567\", amount: \"1871012345678901\" }) }")]
    [InlineData("{ kurEligibility(input: \"1871012345678901\") }")]
    [InlineData("{ kurEligibility(input: { nib: \"9120001234567\", amount: 1, kinds: [\"1871012345678901\"] }) }")]
    [InlineData("query ($nib: NIB! = \"1871012345678901\") { business(nib: $nib) { name } }")]
    [InlineData("{ dog { doesKnowCommand(dogCommand: \"1871012345678901\") } }")]
    [InlineData("{ arguments { intArgField(intArg: 1871012345678901) } }")]
    [InlineData("{ arguments { booleanArgField(booleanArg: 1871012345678901) } }")]
    [InlineData("{ a: business(nib: \"1871012345678901\") { name } a: business(nib: \"1871012345678902\") { name } }")]
    public void Values_never_come_back_in_a_message(string document)
    {
        var errors = RuleTests.Errors(document);
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.DoesNotContain("1871", error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ businessesByNib(nibs: [\"1\"]) { name } }", "Argument \"nibs[0]\" of \"Query.businessesByNib\" is not valid")]
    [InlineData("{ kurEligibility(input: { nib: \"1\", amount: 1 }) }", "Argument \"input.nib\" of \"Query.kurEligibility\" is not valid")]
    [InlineData("query ($x: NIB! = 1) { business(nib: $x) { name } }", "Default value of variable \"$x\" is not valid")]
    public void Messages_name_the_place_of_a_bad_value(string document, string place)
    {
        var error = Assert.Single(RuleTests.Errors(document));
        Assert.Equal($"{place}: NIB must be 13 digits.", error.Message);
    }

    [Theory]
    [InlineData("{ dgo { name } }")]
    [InlineData("{ dog { nam } }")]
    [InlineData("{ dog @incldue(if: true) { name } }")]
    [InlineData("{ dog { isHouseTrained(atOtherHome: true) } }")]
    [InlineData("{ dog { doesKnowCommand(dogCommand: SITT) } }")]
    [InlineData("{ findDog(searchBy: { nme: \"Fido\" }) { name } }")]
    [InlineData("{ pet { ... on Dgo { name } } }")]
    public void Nothing_of_the_schema_is_suggested(string document)
    {
        var error = Assert.Single(RuleTests.Errors(document));
        Assert.DoesNotContain("mean", error.Message, StringComparison.OrdinalIgnoreCase);
        string[] suggestions = ["\"dog\"", "\"name\"", "include", "atOtherHomes", "\"SIT\""];
        Assert.All(suggestions, name => Assert.DoesNotContain(name, error.Message, StringComparison.Ordinal));
    }
}
