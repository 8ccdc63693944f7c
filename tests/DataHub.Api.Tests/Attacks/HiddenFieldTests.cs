using System.Text.Json;
using System.Text.RegularExpressions;
using DataHub.Api.Tests.Overload;

namespace DataHub.Api.Tests.Attacks;

/// <summary>A field that is there for others only is told apart from one that does not exist by nothing.</summary>
public sealed class HiddenFieldTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    private const string Nonsense = "zzqq";

    private static readonly string[] Paths =
    [
        "{ # }", "{ a: # }", "query($v: Boolean = true) { # @include(if: $v) }", "{ ...F } fragment F on Query { # }",
        "{ business(nib: \"0000000000001\") { # } }", "{ business(nib: \"0000000000001\") { ... on Business { a: # } } }",
        "{ business(nib: \"0000000000001\") { owner { # } } }", "{ business(nib: \"0000000000001\") { loans { nodes { # } } } }",
        "{ me { # } }", "{ me { person { # } } }", "{ businesses(where: { #: null }) { totalCount } }", "{ businesses(order: [{ #: ASC }]) { totalCount } }",
        "subscription { # }", "mutation { # }",
    ];

    [Theory]
    [InlineData("bank-sandbox")]
    [InlineData("university-sandbox")]
    [InlineData("partner-sandbox")]
    [InlineData("dashboard-sandbox")]
    [InlineData("owner-sandbox")]
    public async Task Whatever_stewards_have_and_a_consumer_has_not_is_as_if_it_were_not_there(string client)
    {
        var served = fixture.Served;
        var hidden = (await FieldsAsync("steward-sandbox")).Except(await FieldsAsync(client)).ToList();
        Assert.NotEmpty(hidden);
        var token = served.Token(client);
        foreach (var path in Paths)
        {
            var unknown = await ErrorsAsync(token, path, Nonsense);
            // A name that the path itself has would be told from the nonsense by the path's own faults.
            foreach (var name in hidden.Where(name => !Regex.IsMatch(path, $@"\b{name}\b")))
                Assert.Equal((name, path, unknown), (name, path, await ErrorsAsync(token, path, name)));
        }
    }

    private async Task<IReadOnlyList<string>> FieldsAsync(string client)
    {
        var answer = await fixture.Served.AskAsync(
            fixture.Served.Token(client), "{ __schema { types { fields(includeDeprecated: true) { name } inputFields { name } } } }");
        return
        [
            .. from type in answer.Json.GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray()
               from members in new[] { type.GetProperty("fields"), type.GetProperty("inputFields") }
               where members.ValueKind == JsonValueKind.Array
               from member in members.EnumerateArray()
               select member.GetProperty("name").GetString()!,
        ];
    }

    private async Task<string> ErrorsAsync(string token, string path, string name)
    {
        var answer = await fixture.Served.AskAsync(token, path.Replace("#", name, StringComparison.Ordinal));
        Assert.False(answer.HasData, answer.Body);
        var errors = answer.Json.GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("message").GetString()} {error.GetProperty("extensions").GetProperty("code")}");
        // Messages quote what they name; the name may be a word of theirs as well.
        return Regex.Replace($"{answer.Status} {string.Join('|', errors)}", $"(?<=[\".]){name}(?=\")", Nonsense);
    }
}
