using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.Validation;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Tests.Language;

/// <summary>
/// Nests of every bracket that the grammar has, as large as a body that a host takes, on a small stack. Whatever limit an operator sets,
/// such a text is read or refused with its place.
/// </summary>
public sealed class NestsTests
{
    private static readonly ParserOptions NoLimits = new() { MaxDepth = int.MaxValue, MaxTokens = int.MaxValue };

    private static readonly (string Before, string Open, string Inside, string Close)[] Nests =
    [
        ("", "{", "a", "}"), ("", "{a", "", "}"), ("", "{...", "{a}", "}"), ("", "{...on T", "{a}", "}"), ("", "{a@d", "", "}"),
        ("{a(b:", "[", "1", "]"), ("{a(b:", "{c:", "1", "}"), ("{a(b:", "[{c:", "1", "}]"), ("{a(b:", "(", "1", ")"),
        ("query($a:", "[", "T", "]"), ("query($a:", "[", "T", "!]"), ("query($a:T=", "[", "1", "]"), ("query @d(a:", "{b:", "1", "}"),
        ("type T{a:", "[", "T", "]"), ("type T{a(b:T=", "[", "1", "]"), ("type T @d(a:", "[", "1", "]"), ("type T", "{", "a:T", "}"),
        ("enum E", "{", "A", "}"), ("", "(", "", ")"), ("", "[", "", "]"),
        ("", "@d(a:", "1", ")"), ("", "\"\"\"", "", "\"\"\""), ("", "{a:a(", "", ")}"),
    ];

    public static TheoryData<int> Sizes => [40_000, 1_000_000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nests_of_any_bracket_are_read_or_refused(int size) => SmallStack.Run(() =>
    {
        foreach (var text in Nests.SelectMany(nest => Of(nest, size)))
        {
            Judge(text, ParserOptions.Default);
            Judge(text, NoLimits);
        }
    });

    [Fact]
    public void As_deep_as_documents_may_be_they_are_validated() => SmallStack.Run(() =>
    {
        foreach (var (before, open, inside, close) in Nests)
        {
            for (var levels = 1; levels <= ParserOptions.Default.MaxDepth; levels += 33)
            {
                var text = before + Repeat(open, levels) + inside + Repeat(close, levels);
                if (Judge(text + (before.Length > 0 && before[0] == '{' ? ")}" : ""), ParserOptions.Default) is { } document)
                    Assert.True(DocumentValidator.Validate(Pets.Schema, document).Count <= new ValidationOptions().MaxErrors);
            }
        }
    });

    private static IEnumerable<string> Of((string Before, string Open, string Inside, string Close) nest, int size)
    {
        var half = Repeat(nest.Open, size / (nest.Open.Length + nest.Close.Length));
        yield return nest.Before + Repeat(nest.Open, size / nest.Open.Length);
        yield return nest.Before + half + nest.Inside + Repeat(nest.Close, size / (nest.Open.Length + nest.Close.Length));
        yield return Repeat(nest.Close, size / nest.Close.Length);
    }

    private static DocumentNode? Judge(string text, ParserOptions options)
    {
        try
        {
            return Parser.Parse(new Source(text), options);
        }
        catch (GraphQLException refused)
        {
            var error = Assert.Single(refused.Errors);
            Assert.Contains(error.Code, (string[])[ErrorCodes.Syntax, LimitKinds.Nesting.Code, LimitKinds.Tokens.Code]);
            var place = Assert.Single(error.Locations);
            Assert.InRange(place.Column, 1, text.Length + 1);
            return null;
        }
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
