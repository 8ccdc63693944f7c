namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_1_7_PunctuatorsTests
{
    [Theory]
    [InlineData("query ($a: Int!) { a }")]
    [InlineData("interface I implements A & B { a: Int }")]
    [InlineData("{ ... @d(a: [1], b: {c: $d}) { a } }")]
    [InlineData("query ($a: Int = 1) { a: b }")]
    [InlineData("union U = | A | B")]
    public void Each_punctuator_has_its_place(string text) => Assert.Single(Text.Document(text).Definitions);

    [Theory]
    [InlineData("{ a; }", "1:4")]
    [InlineData("{ a / b }", "1:5")]
    [InlineData("{ a + b }", "1:5")]
    [InlineData("{ a(b: <1>) }", "1:8")]
    [InlineData("{ a ? b }", "1:5")]
    [InlineData("{ a ~ b }", "1:5")]
    [InlineData("{ a \\ b }", "1:5")]
    [InlineData("{ a ^ b }", "1:5")]
    [InlineData("{ a 'b' }", "1:5")]
    [InlineData("{ .. }", "1:3")]
    [InlineData("{ .... a }", "1:6")]
    public void Other_signs_are_none(string text, string place) => Text.RefusedAt(place, text);
}
