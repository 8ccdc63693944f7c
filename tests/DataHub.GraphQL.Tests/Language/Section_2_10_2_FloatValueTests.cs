using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

public sealed class Section_2_10_2_FloatValueTests
{
    [Theory]
    [InlineData("6.0221413e23")]
    [InlineData("1.0")]
    [InlineData("-0.0")]
    [InlineData("1e50")]
    [InlineData("1E-5")]
    [InlineData("-1.25e+10")]
    public void A_float_has_a_fraction_or_an_exponent_or_both(string text) =>
        Assert.Equal(text, Assert.IsType<FloatValueNode>(Text.Value(text)).Value);

    [Theory]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("01.5")]
    [InlineData("0xF.1")]
    [InlineData("1.0.0")]
    [InlineData("1.23f")]
    [InlineData("1.2e3.4")]
    [InlineData("1.2_3")]
    [InlineData("-.5")]
    public void Anything_else_is_refused(string text) => Assert.NotNull(Text.RefusedValue(text));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void What_is_no_number_is_a_name(string text) => Assert.IsType<EnumValueNode>(Text.Value(text));
}
