using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DataHub.Api.Tests.Overload;
using DataHub.Testing;

namespace DataHub.Api.Tests.Attacks;

/// <summary>Ids and cursors that were forged, retyped or renumbered, sent to the whole hub.</summary>
public sealed class ObjectAttackTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    private const string Named = "query($id: ID!) { node(id: $id) { __typename id } }";
    private const string Page = "query($after: String) { businesses(first: 2, after: $after) { nodes { nib } pageInfo { endCursor } } }";

    private readonly ServedSamples served = fixture.Served;

    [Fact]
    public async Task An_id_that_was_not_given_out_names_nothing_whatever_it_looks_like()
    {
        var id = await IdAsync();
        Assert.Equal(id, (await AskAsync(Named, new { id })).Json.GetProperty("data").GetProperty("node").GetProperty("id").GetString());
        string[] forged =
        [
            "1", "0", "-1", "Business:1", "Person:1", Convert.ToBase64String("Business:1"u8), Convert.ToBase64String("Person:1"u8), "",
            new string('A', id.Length), id[1..], id[..^1], $"{id}A", $"{id}=", id.ToUpperInvariant(), new string([.. id.Reverse()]),
            "../1", "1' or '1'='1", "00000000-0000-0000-0000-000000000001", Samples.FirstNib, Samples.FirstNik,
            .. Enumerable.Range(0, id.Length).Select(place => Changed(id, place)),
        ];
        var answers = new HashSet<string>();
        foreach (var other in forged.Where(text => text != id))
        {
            var answer = await AskAsync(Named, new { id = other });
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            answers.Add(Stable(answer));
        }
        // The same for all: what an id looks like tells nothing.
        Assert.Single(answers);
        Assert.Contains("\"node\":null", answers.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_person_can_be_read_from_ids_and_cursors()
    {
        var body = (await AskAsync(
            "{ businesses(first: 5) { edges { cursor node { id } } pageInfo { startCursor endCursor } } }",
            new { },
            "steward-sandbox")).Body;
        foreach (var text in Texts(JsonDocument.Parse(body).RootElement).SelectMany(text => new[] { text, Decoded(text) }))
            foreach (var canary in new[] { Samples.FirstNik, Samples.FirstNib, "Siti", "Person", "Business", "Keripik" })
                Assert.DoesNotContain(canary, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cursor_that_was_changed_is_an_error_that_tells_nothing()
    {
        var cursor = (await AskAsync(Page, new { })).Json.GetProperty("data").GetProperty("businesses").GetProperty("pageInfo")
            .GetProperty("endCursor").GetString()!;
        Assert.Contains("nodes", (await AskAsync(Page, new { after = cursor })).Body, StringComparison.Ordinal);
        string[] forged =
        [
            "1", "", "x", Convert.ToBase64String("{\"id\":1}"u8), await IdAsync(), cursor[1..], $"{cursor}A", "' or 1=1 --",
            .. Enumerable.Range(0, cursor.Length).Where(place => place % 3 == 0).Select(place => Changed(cursor, place)),
        ];
        var answers = new HashSet<string>();
        foreach (var after in forged)
        {
            var answer = await AskAsync(Page, new { after });
            Assert.True((int)answer.Status < 500, answer.Body);
            Assert.DoesNotContain("\"nib\"", answer.Body, StringComparison.Ordinal);
            answers.Add(Stable(answer));
        }
        Assert.Single(answers);
    }

    [Fact]
    public async Task A_cursor_of_another_list_or_order_is_an_error()
    {
        const string Ordered =
            """
            query($after: String) {
              businesses(first: 2, after: $after, order: [{ name: ASC }]) { nodes { nib } pageInfo { endCursor } }
            }
            """;
        var cursor = (await AskAsync(Ordered, new { })).Json.GetProperty("data").GetProperty("businesses").GetProperty("pageInfo")
            .GetProperty("endCursor").GetString()!;
        var answer = await AskAsync(Page, new { after = cursor });
        Assert.DoesNotContain("\"nib\"", answer.Body, StringComparison.Ordinal);
        Assert.True(answer.Json.TryGetProperty("errors", out _));
    }

    private async Task<string> IdAsync() =>
        (await AskAsync($"{{ business(nib: \"{Samples.FirstNib}\") {{ id }} }}", new { })).Json.GetProperty("data").GetProperty("business")
            .GetProperty("id").GetString()!;

    private async Task<Answer> AskAsync(string query, object variables, string client = "partner-sandbox") =>
        await served.Host.SendAsync(RunningHost.PostAs(
            served.Token(client), JsonSerializer.Serialize(new { query, variables }), "application/graphql-response+json"));

    private static string Changed(string text, int place) => string.Create(text.Length, (text, place), static (span, state) =>
    {
        state.text.CopyTo(span);
        // Far enough in the alphabet that base64's spare bits are not all that changes.
        span[state.place] = span[state.place] is 'A' or 'B' or 'C' or 'D' ? 'x' : 'A';
    });

    // Without what an answer says of its cost, which depends on the balance.
    private static string Stable(Answer answer)
    {
        var root = answer.Json;
        var errors = root.TryGetProperty("errors", out var found)
            ? string.Join(';', found.EnumerateArray().Select(error => $"{error.GetProperty("message")} {error.GetProperty("extensions")}"))
            : "";
        var data = root.TryGetProperty("data", out var given) ? given.GetRawText() : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(int)answer.Status} \"data\":{data} {errors}");
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(m => m.Name is not "extensions").SelectMany(m => Texts(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static string Decoded(string text) =>
        Base64Url.IsValid(text) ? Encoding.Latin1.GetString(Base64Url.DecodeFromChars(text)) : "";
}
