namespace DataHub.Bench.Engine;

/// <summary>Documents of any size that ask for nothing but work.</summary>
internal static class HostileDocuments
{
    public static IEnumerable<(string Name, string Text)> Of(int characters) => new Filler(characters).All;

    private sealed class Filler(int characters)
    {
        public IEnumerable<(string Name, string Text)> All =>
        [
            ("{", Fill("", "{", "")),
            ("{ a nested", Fill("", "{business", "")),
            ("aliases", Many("{", i => $"a{i}:me{{id}} ", "}")),
            ("fields", Fill("{me{", "id ", "}}")),
            ("fields that merge", Fill("{", "me{id}", "}")),
            ("inline fragments", Fill("{me{", "...{id}", "}}")),
            ("comments, one line each", Fill("{me{id}}", "#\n", "")),
            ("one comment", Fill("{me{id}}#", "c", "")),
            ("white space", Fill("{me{id}}", " \n", "")),
            ("commas", Fill("{me{id}}", ",", "")),
            ("one string", Fill("{business(nib:\"", "s", "\"){id}}")),
            ("strings", Fill("{businessesByNib(nibs:[", "\"1\" ", "]){id}}")),
            ("one block string", Fill("{business(nib:\"\"\"", " x\n", "\"\"\"){id}}")),
            ("block strings", Fill("{businessesByNib(nibs:[", "\"\"\"a\"\"\"", "]){id}}")),
            ("escapes", Fill("{business(nib:\"", "\\u0041\\n", "\"){id}}")),
            ("braced escapes", Fill("{business(nib:\"\\u{", "0", "41}\"){id}}")),
            ("directives in one place", Fill("{me{id ", "@skip(if:false)", "}}")),
            ("directives, valid ones", Fill("{me{", "id@skip(if:false) ", "}}")),
            ("fragments", Many("{me{id}}", i => $"fragment f{i} on Me{{id}}", "")),
            ("fragments, one after the other", Many("{me{...f0}}", i => $"fragment f{i} on Me{{...f{i + 1}}}", "")),
            ("fragment spreads", Fill("fragment f on Me{id}{me{", "...f ", "}}")),
            ("variables", Many("query(", i => $"$v{i}:Int ", "){me{id}}")),
            ("operations", Many("", i => $"query q{i}{{me{{id}}}}", "")),
            ("operations over one fragment", Many("fragment f on Me{id}", i => $"query q{i}{{me{{...f}}}}", "")),
            ("one number", Fill("{businesses(first:", "9", "){totalCount}}")),
            ("numbers", Fill("{businessesByNib(nibs:[", "1 ", "]){id}}")),
            ("list values", Fill("{business(nib:", "[", "")),
            ("object values", Fill("{business(nib:", "{a:", "")),
            ("input objects", Fill("{businesses(where:{and:[", "{nib:{eq:\"1\"}}", "]}){totalCount}}")),
            ("one name", Fill("{", "n", "}")),
            ("names that are not there", Many("{", i => $"n{i} ", "}")),
            ("names at the end of many lines", Fill("{", "\n", string.Concat(Enumerable.Range(0, 100).Select(i => $" n{i}")) + "}")),
            ("the same, \\r\\n", Fill("{", "\r\n", string.Concat(Enumerable.Range(0, 100).Select(i => $" n{i}")) + "}")),
            ("arguments", Many("{business(", i => $"a{i}:1 ", "){id}}")),
            ("type system", Many("", i => $"type T{i}{{a:Int}}", "")),
            ("no token at all", Fill("", "\u0001", "")),
        ];

        private string Fill(string open, string body, string close) =>
            open + string.Concat(Enumerable.Repeat(body, (characters - open.Length - close.Length) / body.Length)) + close;

        private string Many(string open, Func<int, string> body, string close)
        {
            var text = new System.Text.StringBuilder(open, characters + 100);
            var next = body(0);
            for (var i = 1; text.Length + next.Length + close.Length <= characters; i++)
            {
                text.Append(next);
                next = body(i);
            }
            return text.Append(close).ToString();
        }
    }
}
