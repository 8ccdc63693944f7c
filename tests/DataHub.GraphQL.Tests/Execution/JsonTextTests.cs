using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class JsonTextTests
{
    private const string Sdl = "type Query { numbers: [Float!]!, texts: [String!]! }";

    public static TheoryData<double> Numbers =>
    [
        0, -0.0, 1, -1, 0.01, -0.01, 0.1, 0.29, 0.3, 1.005, 12.345, 1.1e-7, 99999999999.99, 9999999999999.99, 99999999999999.99, 1e15, 1e21,
        0.1 + 0.2, double.Epsilon, double.MaxValue, double.MinValue, 4503599627370497.5, 123456.7, 100, 1.10,
    ];

    [Theory, MemberData(nameof(Numbers))]
    public async Task A_number_is_its_shortest_text(double number) => Assert.Equal(
        $"{{\"numbers\":[{number.ToString("R", CultureInfo.InvariantCulture)}]}}",
        await new TestHub(Sdl).Value<double[]>("Query.numbers", [number]).DataAsync("{ numbers }"));

    [Fact]
    public async Task Random_decimals_are_their_shortest_text()
    {
        var random = new Random(1);
        var numbers = Enumerable.Range(0, 20_000)
            .Select(_ => Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 16)), random.Next(0, 5))).ToArray();
        Assert.Equal(
            $"{{\"numbers\":[{string.Join(',', numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture)))}]}}",
            await new TestHub(Sdl).Value("Query.numbers", numbers).DataAsync("{ numbers }"));
    }

    [Fact]
    public async Task Any_text_reads_back()
    {
        var random = new Random(1);
        var alphabet = "ab \"\\/\n\r\t\b\f\0\u001f\u007f\u0080é–\u2028\uFFFF😀日".EnumerateRunes().ToArray();
        var texts = Enumerable.Range(0, 5_000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]))).ToArray();
        using var answer = JsonDocument.Parse(await new TestHub(Sdl).Value("Query.texts", texts).DataAsync("{ texts }"));
        Assert.Equal(texts, answer.RootElement.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!));
    }

    [Fact]
    public async Task A_special_character_anywhere_in_a_text_of_any_length_reads_back()
    {
        var texts = (
            from special in new[] { "\"", "\\", "\n", "\u001f", "\u007f", "\u0080", "–", "😀" }
            from length in Enumerable.Range(0, 35)
            from at in Enumerable.Range(0, length + 1)
            select new string('a', at) + special + new string(' ', length - at)).ToArray();
        using var answer = JsonDocument.Parse(await new TestHub(Sdl).Value("Query.texts", texts).DataAsync("{ texts }"));
        Assert.Equal(texts, answer.RootElement.GetProperty("texts").EnumerateArray().Select(t => t.GetString()!));
    }

    [Fact]
    public async Task Text_longer_than_a_block_of_the_output_is_whole()
    {
        var texts = new[] { new string('a', 100_000), new string('"', 70_000), new string('日', 30_000) };
        var result = await new TestHub(Sdl).Value("Query.texts", texts).ExecuteAsync("{ texts }");
        var output = new ArrayBufferWriter<byte>(16);
        result.WriteTo(output);
        using var answer = JsonDocument.Parse(Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(texts, answer.RootElement.GetProperty("data").GetProperty("texts").EnumerateArray().Select(t => t.GetString()!));
    }
}
