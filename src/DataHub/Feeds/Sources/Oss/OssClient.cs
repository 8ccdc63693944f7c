using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Feeds.Sources.Http;

namespace DataHub.Feeds.Sources.Oss;

/// <summary>Answer to a NIB.</summary>
/// <param name="Answer">See <see cref="NibAnswer"/>.</param>
/// <param name="Data"><c>dataNIB</c>; null when there is none.</param>
internal sealed record NibData(string Answer, JsonElement? Data);

/// <summary>The call <c>inqueryNIB</c> of OSS-RBA's interface for ministries, agencies and regions.</summary>
internal sealed class OssClient(SourceHttp http, SourceSettings settings)
{
    /// <summary>
    /// Asks for a NIB. What goes wrong with this NIB alone is an answer too; throws <see cref="FeedRefusedException"/> when no NIB would
    /// fare better.
    /// </summary>
    public async Task<NibData> InquireAsync(string nib, CancellationToken cancel)
    {
        SourceAnswer answer;
        try
        {
            answer = await http.AskAsync(() => Request(nib), cancel);
        }
        catch (FeedRefusedException)
        {
            return new NibData("UNANSWERED", null);
        }
        if (answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound) return new NibData("REFUSED", null);
        if (answer.IsPassing) return new NibData("UNANSWERED", null);
        answer.ThrowUnlessGood();
        return Read(answer.Object());
    }

    private HttpRequestMessage Request(string nib)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "inqueryNIB")
        {
            Content = JsonContent.Create(new JsonObject { ["INQUERYNIB"] = new JsonObject { ["nib"] = nib } }),
        };
        request.Headers.TryAddWithoutValidation("user_key", settings.UserKey);
        return request;
    }

    private static NibData Read(JsonElement root)
    {
        if (!root.TryGetProperty("responinqueryNIB", out var response) || response.ValueKind != JsonValueKind.Object)
            throw new FeedRefusedException("the source's answer has no responinqueryNIB");
        // Appendix 9 of the interface: the code is text or a number. 404 is said of a NIB that is not there as of a call.
        switch (new JsonFields(response).Text("kode"))
        {
            case "200" when response.TryGetProperty("dataNIB", out var data): return new NibData("FOUND", data);
            case "200" or "404": return new NibData("UNKNOWN", null);
            case "401" or "403" or "405": throw new FeedRefusedException("the source refuses the hub's credentials");
            case "500" or "504": return new NibData("UNANSWERED", null);
            default: return new NibData("REFUSED", null);
        }
    }
}
