using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_5_ScalarsTests
{
    private static readonly Schema Scalars = Sdl.Build("type Query { i: Int f: Float s: String b: Boolean id: ID c: Custom }" +
        " scalar Custom @specifiedBy(url: \"https://example.org/custom\")");

    private static ScalarCodec Codec(string name) => Assert.IsType<ScalarType>(Scalars.Type(name)).Codec;

    private static object? Literal(ScalarCodec codec, string literal)
    {
        var isRead = codec.TryReadLiteral(Parser.ParseValue(new Source(literal)), out var value, out var problem);
        Assert.Equal(isRead, problem is null);
        return isRead ? value : problem;
    }

    private static object? Json(ScalarCodec codec, string json)
    {
        using var document = JsonDocument.Parse(json);
        var isRead = codec.TryReadJson(document.RootElement, out var value, out var problem);
        Assert.Equal(isRead, problem is null);
        return isRead ? value : problem;
    }

    /// <summary>The JSON of a value, or "outside" when the writer refuses it.</summary>
    private static string? Written<T>(string name, T value) => Written(Codec(name), value);

    private static string? Written<T>(ScalarCodec codec, T value)
    {
        if (codec.WriterFor<T>() is not { } write) return null;
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream);
        Assert.Equal(write(null, value), write(json, value));
        json.Flush();
        return stream.Length == 0 ? "outside" : Encoding.UTF8.GetString(stream.ToArray());
    }

    [Theory]
    [InlineData("Int", "-2147483648", -2147483648)]
    [InlineData("Int", "2147483647", 2147483647)]
    [InlineData("Int", "2147483648", "Int must be between -2147483648 and 2147483647")]
    [InlineData("Int", "99999999999999999999999", "Int must be between -2147483648 and 2147483647")]
    [InlineData("Int", "1.0", "Int must be a whole number")]
    [InlineData("Int", "\"1\"", "Int must be a whole number")]
    [InlineData("Int", "true", "Int must be a whole number")]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "-1.5e3", -1500.0)]
    [InlineData("Float", "1e400", "Float must be a finite double-precision number")]
    [InlineData("Float", "\"1\"", "Float must be a number")]
    [InlineData("String", "\"\"\"a\"\"\"", "a")]
    [InlineData("String", "1", "String must be a string")]
    [InlineData("String", "A", "String must be a string")]
    [InlineData("Boolean", "false", false)]
    [InlineData("Boolean", "0", "Boolean must be true or false")]
    [InlineData("ID", "\"x\"", "x")]
    [InlineData("ID", "-4", "-4")]
    [InlineData("ID", "123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("ID", "4.0", "ID must be a string or a whole number")]
    [InlineData("ID", "X", "ID must be a string or a whole number")]
    public void Literals_are_coerced(string scalar, string literal, object expected) =>
        Assert.Equal(expected, Literal(Codec(scalar), literal));

    [Theory]
    [InlineData("Int", "-2147483648", -2147483648)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "1e3", 1000)]
    [InlineData("Int", "5e-324", "Int must be a whole number")]
    [InlineData("Int", "1e400", "Int must be between -2147483648 and 2147483647")]
    [InlineData("Int", "1.5", "Int must be a whole number")]
    [InlineData("Int", "2147483648", "Int must be between -2147483648 and 2147483647")]
    [InlineData("Int", "1e99", "Int must be between -2147483648 and 2147483647")]
    [InlineData("Int", "\"1\"", "Int must be a whole number")]
    [InlineData("Int", "[1]", "Int must be a whole number")]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "1e400", "Float must be a finite double-precision number")]
    [InlineData("Float", "\"NaN\"", "Float must be a number")]
    [InlineData("String", "\"\\u00e9\"", "é")]
    [InlineData("String", "\"\\ud800\"", "String must be a string")]
    [InlineData("String", "{}", "String must be a string")]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "1", "Boolean must be true or false")]
    [InlineData("ID", "4", "4")]
    [InlineData("ID", "\"4\"", "4")]
    [InlineData("ID", "4.0", "ID must be a string or a whole number")]
    [InlineData("ID", "4e0", "ID must be a string or a whole number")]
    [InlineData("ID", "true", "ID must be a string or a whole number")]
    [Specifies("Input Coercion")]
    public void Json_values_are_coerced(string scalar, string json, object expected) => Assert.Equal(expected, Json(Codec(scalar), json));

    [Fact]
    [Specifies("Result Coercion and Serialization")]
    public void Int_writes_whole_numbers_of_32_bits()
    {
        Assert.Equal("-2147483648", Written("Int", int.MinValue));
        Assert.Equal("255", Written("Int", byte.MaxValue));
        Assert.Equal("-32768", Written("Int", short.MinValue));
        Assert.Equal("outside", Written("Int", 1L << 31));
        Assert.Equal("outside", Written("Int", ulong.MaxValue));
        Assert.Equal("7", Written("Int", 7.0m));
        Assert.Equal("outside", Written("Int", 7.5m));
        Assert.Equal("outside", Written("Int", double.NaN));
        Assert.Null(Written("Int", "7"));
    }

    [Fact]
    public void Float_writes_finite_numbers()
    {
        Assert.Equal("0.1", Written("Float", 0.1));
        Assert.Equal("0.1", Written("Float", 0.1f));
        Assert.Equal("0.10", Written("Float", 0.10m));
        Assert.Equal("7", Written("Float", 7));
        Assert.Equal("outside", Written("Float", double.PositiveInfinity));
        Assert.Equal("outside", Written("Float", float.NaN));
        Assert.Equal("outside", Written("Float", (1L << 53) + 1));
    }

    [Fact]
    public void The_others_write_what_they_are()
    {
        Assert.Equal("\"a\"", Written("String", "a"));
        Assert.Equal("\"a\"", Written("String", new ReadOnlyMemory<byte>("a"u8.ToArray())));
        Assert.Equal("true", Written("Boolean", true));
        Assert.Equal("\"-9223372036854775808\"", Written("ID", long.MinValue));
        Assert.Equal("\"7\"", Written("ID", 7));
        Assert.Equal("\"00000000-0000-0000-0000-000000000000\"", Written("ID", Guid.Empty));
        Assert.Equal("\"x\"", Written("ID", "x"));
        Assert.Null(Written("Boolean", 1));
    }

    [Fact]
    public void A_custom_scalar_takes_everything_until_it_has_a_codec()
    {
        var custom = Assert.IsType<ScalarType>(Scalars.Type("Custom"));
        Assert.Equal("https://example.org/custom", custom.SpecifiedBy);
        Assert.Same(ScalarCodec.Any, custom.Codec);
    }

    [Fact]
    [Specifies("Custom Scalars")]
    public void A_custom_scalar_of_strings_is_written_in_few_lines()
    {
        var codec = new DateCodec();
        Assert.Equal(new DateOnly(2026, 1, 31), Literal(codec, "\"2026-01-31\""));
        Assert.Equal(new DateOnly(2026, 1, 31), Json(codec, "\"2026-01-31\""));
        foreach (var wrong in new[] { "\"2026-02-31\"", "20260131", "\"\"", "\"\\ud800\"" })
            Assert.Equal("Date must be a date as 2026-01-31", Json(codec, wrong));
        Assert.Equal("Date must be a date as 2026-01-31", Literal(codec, "20260131"));
        Assert.Equal("\"2026-01-31\"", Written(codec, new DateOnly(2026, 1, 31)));
        Assert.Equal("outside", Written(codec, DateOnly.MinValue));
        Assert.Null(codec.WriterFor<string>());
    }

    private sealed class DateCodec : ScalarCodec<DateOnly>
    {
        protected override string Expectation => "Date must be a date as 2026-01-31";

        protected override bool TryParse(string text, out DateOnly value) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

        protected override bool TryFormat(DateOnly value, [MaybeNullWhen(false)] out string text)
        {
            text = value.Year > 1900 ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            return text is not null;
        }
    }

    [Fact]
    [Specifies("Built-in Scalars")]
    public void Only_built_in_scalars_that_are_used_are_in_the_schema_and_none_is_printed()
    {
        var schema = Sdl.Build("type Query { a: ID }");
        Assert.Null(schema.Type("Float"));
        Assert.True(schema.Type("ID")!.IsBuiltIn);
        Assert.Equal("type Query {\n  a: ID\n}\n", SchemaPrinter.Print(schema));
        Assert.Equal("Int: the specification itself brings a type of this name", Sdl.Fault("scalar Int"));
    }
}
