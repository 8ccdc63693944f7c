using System.Globalization;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Planning;

/// <summary>Texts go from PostgreSQL into the answer as bytes: they come out as they went in.</summary>
public sealed class TextTests(HubFixture hub) : IClassFixture<HubFixture>
{
    public static TheoryData<string> Texts =>
    [
        "",
        "\"",
        "\\",
        "kutip \" dan \\ miring / biasa",
        string.Concat(Enumerable.Range(1, 0x1F).Select(c => (char)c)),
        "\u007F\u0080\u00A0é ß",
        "\u2028\u2029\uFEFF",
        "ꦲꦏ꧀ꦱꦫ ᮃᮊ᮪ᮞᮛ 漢字",
        "𐀀😀\U0010FFFF",
        "\"😀\"\\\n漢",
        new string('a', 511) + "\"",
        new string('é', 5000),
        string.Concat(Enumerable.Repeat("\u0001", 40_000)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_comes_out_as_it_went_in(string text)
    {
        await using var command = hub.DataSource.CreateCommand("update registry.business set address = $1, name = $1 where nib = '0000000000003'");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        await command.ExecuteNonQueryAsync();
        var answer = await hub.AskAsync("""{ business(nib: "0000000000003") { address name nib } businesses(first: 4) { nodes { name address nib } } }""");
        Assert.Equal(text, answer.Data.GetProperty("business").GetProperty("address").GetString());
        Assert.Equal(text, answer.Data.GetProperty("businesses").GetProperty("nodes")[2].GetProperty("name").GetString());
        Assert.Equal("0000000000004", answer.Data.GetProperty("businesses").GetProperty("nodes")[3].GetProperty("nib").GetString());
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.01", "0.01")]
    [InlineData("0.10", "0.1")]
    [InlineData("12.05", "12.05")]
    [InlineData("50000000.00", "50000000")]
    [InlineData("1234567.89", "1234567.89")]
    [InlineData("9999999999999999.99", "9999999999999999.99")]
    [InlineData("-12.50", "-12.5")]
    public async Task An_amount_is_written_without_needless_places(string amount, string written)
    {
        await using var command = hub.DataSource.CreateCommand("update registry.business set capital = $1 where nib = '0000000000005'");
        command.Parameters.Add(new NpgsqlParameter<decimal> { TypedValue = decimal.Parse(amount, CultureInfo.InvariantCulture) });
        await command.ExecuteNonQueryAsync();
        var answer = await hub.AskAsync("""{ business(nib: "0000000000005") { capital } }""");
        Assert.Equal(written, answer.Data.GetProperty("business").GetProperty("capital").GetString());
    }
}
