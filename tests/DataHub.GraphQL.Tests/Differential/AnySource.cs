using System.Globalization;
using System.Text;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Language;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Makes source texts, near documents and far from them.</summary>
internal sealed class AnySource(Random random)
{
    private static readonly string[] Tokens =
    [
        "!", "$", "&", "(", ")", "...", ":", "=", "@", "[", "]", "{", "|", "}", "a", "on", "query", "mutation", "subscription", "fragment",
        "type", "extend", "schema", "input", "enum", "union", "interface", "implements", "directive", "repeatable", "scalar", "FIELD",
        "VARIABLE_DEFINITION", "DIRECTIVE_DEFINITION", "true", "null", "1", "-1.5e3",
        "\"s\"", "\"\"\"b\"\"\"", "\"", "\"\"\"", "\\", "#", "\n",
        "\r", "0", ".", "-", "\uD83D", "\\u{", "\uFEFF", ",", "$a", "@b", "{a}", "(a:1)", "e", "\u00A0", "\0", "..", "?", "'", "%",
    ];

    private static readonly string[] StringParts =
    [
        "a", " ", "é", "\uD83D\uDE00", "\uD83D", "\uDE00", "\\n", "\\\"", "\\\\",
        "\\/", "\\b", "\\f", "\\r", "\\t", "\\x", "\\u", "\\u0041", "\\uD83D",
        "\\uDE00", "\\uD83D\\uDE00", "\\uDE00\\uD83D", "\\u{1F600}", "\\u{41}", "\\u{}", "\\u{D83D}", "\\u{110000}", "\\u{0000000000041}",
        "\\u{FFFFFFFFF}", "\\u{4", "\\u{G}", "\\u004", "\\u+041", "\\u 041", "\\U0041", "\t",
        "\n", "\r", "\0", "\u007F", "\u2028", "\uFEFF", "\"", "\\",
        "#", ",", "{", "\\u{10FFFF}", "\\uD83D\\u{DE00}", "\\u{D83D}\\u{DE00}", "\\u{D83D}\\uDE00", "\uFFFF", "\u0085",
    ];

    private static readonly string[] BlockParts =
    [
        "a", " ", "  ", "    ", "\t", "\n", "\n\n", "\r", "\r\n", "\n  ",
        "\n    b", "\n\tc", "\\\"\"\"", "\"", "\"\"", "\\", "\\n", "\\u0041", "é", "\uD83D\uDE00",
        "\uD83D", "\0", "\u00A0", "\u2028", "\uFEFF", "\\\\\"\"\"", "\n \t d", "\v", "\f",
    ];

    private static readonly string[] Ignored =
    [
        " ", "\t", "\n", "\r", "\r\n", ",", ",,", "\uFEFF", "#",
        "# c\n", "#\r", "# \uD83D\n", "#\u2028", "\u00A0", "\u2028", "\u000B", "\u000C", "\u200B", "\u3000",
        "#\uFEFF\n", "# \uD83D\uDE00\n", "#\0\n", "\0",
    ];

    private static readonly (string Open, string Inside, string Close)[] Nests =
    [
        ("{a", "", "}"), ("{...", "{a}", "}"), ("[", "1", "]"), ("{a:", "1", "}"),
        ("{a:[", "1", "]}"), ("[", "T", "]"), ("[", "T", "!]"), ("(", "a", ")"),
        ("{a(b:{c:", "1", "})}"), ("[", "", ""), ("{", "", ""), ("@a(b:", "1", ")"), ("{a", "", "}}"),
    ];

    public string Make() => random.Next(10) switch
    {
        0 => Soup(),
        1 => Number(),
        2 => $"{{a(b:\"{Joined(StringParts, 6)}\")}}",
        3 => $"{{a(b:\"\"\"{Joined(BlockParts, 10)}\"\"\")}}",
        4 => Sprinkled(),
        5 => Nested(),
        6 => Described(),
        7 => Bytes(),
        8 => Cut(),
        _ => Document(),
    };

    private string Document() => Printer.Print(new AnyNode(random.Next()).Document());

    private string Soup() => string.Join(random.Pick(["", " ", "\n"]), random.Many(1, 14, () => random.Pick(Tokens)));

    private string Number()
    {
        string[] parts =
        [
            "0", "00", "01", "1", "9", "-", "+", ".", "e", "E", "e+", "e-", "x", "F", "_", "a", "1.5", "-0", "1e5", " ", ",", "\"", "$",
        ];
        var number = Joined(parts, 5);
        return random.OneIn(2) ? $"{{a(b:{number})}}" : $"{{a(b:[{number}]c:{{d:{number}}})}}";
    }

    private string Joined(string[] parts, int most) => string.Concat(random.Many(0, most, () => random.Pick(parts)));

    /// <summary>A document with ignored tokens, and what only looks like them, between its lexical tokens.</summary>
    private string Sprinkled()
    {
        var text = new StringBuilder(random.OneIn(3) ? random.Pick(Ignored) : "");
        foreach (var character in Document())
        {
            text.Append(character);
            if (character is ' ' or '\n' or '{' or ':' or ')' && random.OneIn(12)) text.Append(random.Pick(Ignored));
        }
        return text.ToString();
    }

    private string Nested()
    {
        var levels = random.OneIn(4) ? random.Next(400) : random.Next(12);
        var (open, inside, close) = random.Pick(Nests);
        var nest = string.Concat(Enumerable.Repeat(open, levels)) + inside
            + string.Concat(Enumerable.Repeat(close, Math.Max(0, levels - (random.OneIn(8) ? 1 : 0))));
        string[] places = ["?", "{a(b:?)}", "query($a:?){a}", "query($a:T=?){a}", "type T{a:?}", "{a ?}", "{ ? }", "{a(b:?c:$d)}"];
        return random.Pick(places).Replace("?", nest, StringComparison.Ordinal);
    }

    /// <summary>Descriptions, also where none may stand.</summary>
    private string Described()
    {
        string Maybe() => random.Pick(["", "", "", "\"d\" ", "\"\"\"\n d\n\"\"\"", "\"\" ", "\"a\" \"b\" ", "\"d\"#c\n"]);
        return random.Next(9) switch
        {
            0 => $"{Maybe()}query {Maybe()}Q({Maybe()}$a: Int = 1 {Maybe()}$b: Int) {{ {Maybe()}a }}",
            1 => $"{Maybe()}{{ a }}",
            2 => $"{Maybe()}fragment F on T {{ {Maybe()}a({Maybe()}b: 1) }}",
            3 => $"{Maybe()}type T {Maybe()}{{ {Maybe()}a({Maybe()}b: Int): Int {Maybe()}c: Int {Maybe()} }}",
            4 => $"{Maybe()}enum E {{ {Maybe()}A {Maybe()}B }}",
            5 => $"{Maybe()}extend {Maybe()}type T {{ {Maybe()}a: Int }}",
            6 => $"{Maybe()}directive {Maybe()}@d({Maybe()}a: Int) on {Maybe()}FIELD",
            7 => $"{Maybe()}schema {{ {Maybe()}query: Q }} {Maybe()}scalar S {Maybe()}union U = A | {Maybe()}B",
            _ => $"{Maybe()}input I {{ {Maybe()}a: Int = {Maybe()} }} {Maybe()}interface N {{ {Maybe()}a: Int }} {Maybe()}mutation {{ a }}",
        };
    }

    /// <summary>A document whose bytes were damaged, decoded as a host decodes a request.</summary>
    private string Bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(Document());
        for (var i = random.Next(1, 4); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return Encoding.UTF8.GetString(bytes);
    }

    private string Cut()
    {
        var text = Document();
        var (start, end) = (random.Next(text.Length), random.Next(text.Length));
        return random.Next(4) switch
        {
            0 => text[..start],
            1 => text[start..],
            2 => start < end ? text.Remove(start, end - start) : text.Insert(start, random.Pick(Tokens)),
            _ => text.Insert(start, random.Next(1, 0x3000).ToString("D", CultureInfo.InvariantCulture)),
        };
    }
}
