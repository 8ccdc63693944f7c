using System.Text;
using System.Text.Json;
using DataHub.Api.Documents;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>Takes the parameters of a request out of JSON or a query string, and checks their types.</summary>
internal sealed class RequestParameters
{
    private static readonly string[] Names = ["query", "documentId", "operationName", "variables", "extensions"];

    private static readonly Refusal NoDocument = BadRequest("The request has neither a string 'query' nor a 'documentId'.");

    private static readonly Refusal NamedTwice = BadRequest("The request names its document twice: send 'query' or 'documentId'.");

    private string? query;
    private string? documentId;
    private string? operationName;
    private JsonElement? variables;
    private JsonElement? extensions;

    private RequestParameters() { }

    /// <summary>
    /// A JSON object. Keys the hub does not know are ignored, as the specification demands; of equal keys the last one counts.
    /// <paramref name="named"/> is the document that the URL names.
    /// </summary>
    public static Checked<GraphQLHttpRequest> FromBody(JsonElement body, string? named = null)
    {
        if (body.ValueKind != JsonValueKind.Object) return BadRequest("The body must be a JSON object.");
        var parameters = new RequestParameters();
        foreach (var member in body.EnumerateObject())
            if (parameters.Take(member) is { } refusal) return refusal;
        return parameters.ToRequest(named);
    }

    /// <summary>
    /// The URL's query string; an empty optional parameter counts as absent. <paramref name="named"/> is the document that the URL's path
    /// names.
    /// </summary>
    public static Checked<RequestBody> FromQueryString(IQueryCollection values, string? named = null)
    {
        foreach (var name in Names)
            if (values[name].Count > 1) return BadRequest($"The URL names '{name}' more than once.");
        if (!TryParseMap(values["extensions"].ToString(), out var extensions)) return NotMap("extensions");
        using (extensions)
        {
            if (!TryParseMap(values["variables"].ToString(), out var variables)) return NotMap("variables");
            var parameters = new RequestParameters
            {
                query = NullIfEmpty(values["query"].ToString()),
                documentId = NullIfEmpty(values["documentId"].ToString()),
                operationName = NullIfEmpty(values["operationName"].ToString()),
                variables = variables?.RootElement,
                extensions = extensions?.RootElement,
            };
            var request = parameters.ToRequest(named);
            if (request.Value is { } value) return new RequestBody(value).Owning(variables, null);
            variables?.Dispose();
            return request.Refusal!;
        }
    }

    private Refusal? Take(JsonProperty member)
    {
        if (member.NameEquals("query"u8)) return TakeText(member, ref query, NoDocument);
        if (member.NameEquals("documentId"u8)) return TakeText(member, ref documentId, NotString("documentId"));
        if (member.NameEquals("operationName"u8)) return TakeText(member, ref operationName, NotString("operationName"));
        if (member.NameEquals("variables"u8)) return TakeMap(member, ref variables);
        return member.NameEquals("extensions"u8) ? TakeMap(member, ref extensions) : null;
    }

    private static Refusal? TakeText(JsonProperty member, ref string? text, Refusal otherwise)
    {
        if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) return otherwise;
        text = member.Value.GetString();
        return null;
    }

    private static Refusal? TakeMap(JsonProperty member, ref JsonElement? map)
    {
        if (member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) return NotMap(member.Name);
        map = member.Value.ValueKind == JsonValueKind.Null ? null : member.Value;
        return null;
    }

    private Checked<GraphQLHttpRequest> ToRequest(string? named)
    {
        if (!PersistedQueryExtension.TryRead(extensions, out var hash, out var refusal)) return refusal;
        if (named is not null && documentId is not null && named != documentId) return NamedTwice;
        documentId ??= named;
        if (query is null && documentId is null && hash is null) return NoDocument;
        if (documentId is not null && (query ?? hash) is not null) return NamedTwice;
        return new GraphQLHttpRequest(
            new DocumentReference(query, documentId, hash), new OperationRequest { OperationName = operationName, Variables = variables });
    }

    private static bool TryParseMap(string json, out JsonDocument? map)
    {
        map = null;
        if (json.Length == 0) return true;
        map = JsonText.Parse(Encoding.UTF8.GetBytes(json));
        if (map is null || map.RootElement.ValueKind == JsonValueKind.Object) return map is not null;
        map.Dispose();
        map = null;
        return false;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static Refusal NotMap(string name) => BadRequest($"'{name}' must be a JSON object.");

    private static Refusal NotString(string name) => BadRequest($"'{name}' must be a string.");

    private static Refusal BadRequest(string message) => new(400, HttpErrorCodes.BadRequest, message);
}
