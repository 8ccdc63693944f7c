using System.Text;

using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;

using FsCheck;
using FsCheck.Fluent;

namespace DataHub.GraphQL.Tests.Language;

/// <summary>Any string yields a document or a syntax error with a place in the string, never another exception.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Tokens =
    [
        "!", "$", "&", "(", ")", "...", ":", "=", "@", "[", "]", "{", "|", "}", "a", "on", "query", "fragment", "type", "extend", "schema",
            "input",
        "enum", "union", "interface", "implements", "directive", "repeatable", "scalar", "FIELD", "true", "null", "1", "-1.5e3",
            "\"s\"", "\"\"\"b\"\"\"",
        "\"", "\"\"\"", "\\", "#", "\n", "\r", "0", ".", "-", "\uD83D", "\\u{", "\uFEFF", ",",
    ];

    [Fact]
    public void Any_characters() =>
        Prop.ForAll(Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().ToArbitrary(), text => Reads(new string(text))).Check(Runs.Config);

    [Fact]
    public void Any_ASCII_characters() =>
        Prop.ForAll(Gen.Choose(0, 0x7F).Select(c => (char)c).ArrayOf().ToArbitrary(), text => Reads(new string(text))).Check(Runs.Config);

    [Fact]
    public void Any_bytes() => Prop.ForAll(Gen.Choose(0, 0xFF).Select(b => (byte)b).ArrayOf().ToArbitrary(),
        bytes => Reads(Encoding.UTF8.GetString(bytes))).Check(Runs.Config);

    [Fact]
    public void Any_document_with_damaged_bytes() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(Printer.Print(new AnyNode(seed).Document()));
        for (var i = random.Next(1, 5); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return Reads(Encoding.UTF8.GetString(bytes));
    }).Check(Runs.Config);

    [Fact]
    public void Any_tokens() =>
        Prop.ForAll(Gen.Elements(Tokens).ArrayOf().ToArbitrary(),
            tokens => Reads(string.Join(' ', tokens)) && Reads(string.Concat(tokens))).Check(Runs.Config);

    [Fact]
    public void Any_document_with_a_part_cut_out_or_put_in() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var text = Printer.Print(new AnyNode(seed).Document());
            var random = new Random(seed);
            var (start, end) = (random.Next(text.Length), random.Next(text.Length));
            return Reads(text[..start]) && Reads(text[end..]) && Reads(text[..start] + text[end..])
                && Reads(text.Insert(start, Tokens[random.Next(Tokens.Length)]));
        }).Check(Runs.Config);

    private static bool Reads(string text)
    {
        try
        {
            var document = Text.Document(text);
            return document.Definitions.Count > 0 && document.Start >= 0 && document.End <= text.Length;
        }
        catch (GraphQLException refused)
        {
            var error = Assert.Single(refused.Errors);
            var place = Assert.Single(error.Locations);
            return error.Code == ErrorCodes.Syntax && place.Line >= 1 && place.Column >= 1 && place.Column <= text.Length + 1
                && place.Line <= text.Split('\n', '\r').Length;
        }
    }
}
