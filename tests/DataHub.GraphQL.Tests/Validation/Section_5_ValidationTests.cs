using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Tests.Execution;
using DataHub.GraphQL.Tests.Types;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_ValidationTests
{
    // One document for each rule, which breaks that rule first.
    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["5.1.1"] = "{ dog { name } } type T { a: Int }",
        ["5.2.1.1"] = "subscription { a }",
        ["5.2.2.1"] = "query A { dog { name } } query A { dog { name } }",
        ["5.2.3.1"] = "{ dog { name } } query A { dog { name } }",
        ["5.2.4.1"] = "subscription { newMessage { body } disallowedSecondRootField }",
        ["5.3.1"] = "{ dog { howl } }",
        ["5.3.2"] = "{ dog { name name: nickname } }",
        ["5.3.3"] = "{ dog }",
        ["5.4.1"] = "{ dog { isHouseTrained(where: 1) } }",
        ["5.4.2"] = "{ dog { isHouseTrained(atOtherHomes: true, atOtherHomes: true) } }",
        ["5.4.3"] = "{ dog { doesKnowCommand } }",
        ["5.5.1.1"] = "{ ...F } fragment F on Query { __typename } fragment F on Query { __typename }",
        ["5.5.1.2"] = "{ ... on Wolf { howl } }",
        ["5.5.1.3"] = "{ dog { ... on DogCommand { name } } }",
        ["5.5.1.4"] = "{ dog { name } } fragment F on Dog { name }",
        ["5.5.2.1"] = "{ ...F }",
        ["5.5.2.2"] = "{ ...F } fragment F on Query { ...F }",
        ["5.5.2.3"] = "{ dog { ... on Cat { name } } }",
        ["5.6.1"] = "{ dog { isHouseTrained(atOtherHomes: 1) } }",
        ["5.6.2"] = "{ findDog(searchBy: { colour: \"red\" }) { name } }",
        ["5.6.3"] = "{ findDog(searchBy: { name: \"a\", name: \"a\" }) { name } }",
        ["5.6.4"] = "mutation { addPet(pet: { cat: {} }) { name } }",
        ["5.7.1"] = "{ dog @wild { name } }",
        ["5.7.2"] = "query @skip(if: true) { dog { name } }",
        ["5.7.3"] = "{ dog @once @once { name } }",
        ["5.8.1"] = "query ($a: Int, $a: Int) { arguments { intArgField(intArg: $a) } }",
        ["5.8.2"] = "query ($a: Dog) { findDog(searchBy: $a) { name } }",
        ["5.8.3"] = "{ arguments { intArgField(intArg: $a) } }",
        ["5.8.4"] = "query ($a: Int) { dog { name } }",
        ["5.8.5"] = "query ($a: String) { arguments { intArgField(intArg: $a) } }",
    };

    public static TheoryData<string> Rules => [.. SpecifiedRulesTests.Headings];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Every_broken_rule_is_told_in_the_response_with_code_place_and_section(string heading)
    {
        var section = SpecificationSection.Find(heading)!.Value;
        var schema = section.Number == "5.2.1.1" ? Sdl.Build("type Query { a: Int }") : Pets.Schema;
        var engine = new GraphQLEngine(schema, new EngineOptions());
        var result = await engine.ExecuteAsync(
            engine.Prepare(Broken[section.Number]), new OperationRequest(), new TestHub("type Query { a: Int }"), default);
        var response = JsonDocument.Parse(TestHub.Json(result)).RootElement;
        Assert.Equal(["errors"], response.EnumerateObject().Select(p => p.Name));
        var error = response.GetProperty("errors").EnumerateArray()
            .First(e => e.GetProperty("extensions").GetProperty("section").GetString() == section.Number);
        Assert.Equal(["message", "locations", "extensions"], error.EnumerateObject().Select(p => p.Name));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.All(error.GetProperty("locations").EnumerateArray(), l => Assert.True(l.GetProperty("column").GetInt32() > 0));
        Assert.NotEqual(0, error.GetProperty("locations").GetArrayLength());
        var extensions = error.GetProperty("extensions");
        Assert.Equal(["code", "section", "specifiedBy"], extensions.EnumerateObject().Select(p => p.Name));
        Assert.Equal(ErrorCodes.Validation, extensions.GetProperty("code").GetString());
        Assert.Equal(section.Address, extensions.GetProperty("specifiedBy").GetString());
    }

    [Theory]
    [InlineData("5.3.1 Field Selections", "https://spec.graphql.org/September2025/#sec-Field-Selections")]
    [InlineData("5.5.1.3 Fragments on Object, Interface or Union Types",
        "https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types")]
    [InlineData("2 Language", "https://spec.graphql.org/September2025/#sec-Language")]
    public void A_section_has_the_address_of_its_heading(string heading, string address)
    {
        Assert.Equal(address, SpecificationSection.Find(heading)?.Address);
        Assert.Equal(heading, SpecificationSection.Find(heading)?.ToString());
    }

    [Fact]
    public void A_rule_of_another_text_is_told_by_its_heading_alone() => Assert.Equal(
        """{"errors":[{"message":"No","extensions":{"code":"C","section":"A proposal: Its Rule"}}]}""",
        TestHub.Json(ExecutionResult.Refused(new GraphQLError("No", "C") { Specification = "A proposal: Its Rule" })));

    [Fact]
    public async Task A_document_with_errors_is_never_executed()
    {
        var hub = new TestHub("type Query { a: Int }").Value("Query.a", 1);
        Assert.False((await hub.ExecuteAsync("query A { a } query B { b }", operation: "A")).HasData);
        Assert.Equal(0, hub.Calls("Query.a"));
    }
}
