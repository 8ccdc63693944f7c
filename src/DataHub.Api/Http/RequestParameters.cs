using System.Text;
using System.Text.Json;
using DataHub.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace DataHub.Api.Http;

/// <summary>Takes query, operationName, variables and extensions out of a body or a query string, and checks their types.</summary>
internal static class RequestParameters
{
    private static readonly Refusal NoQuery = BadRequest("The request has no string 'query'.");

    /// <summary>
    /// POST: a JSON object. Keys the hub does not know are ignored, as the specification demands; of equal keys the last one counts.
    /// </summary>
    public static Checked<GraphQLHttpRequest> FromBody(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
            return new Refusal(400, HttpErrorCodes.BatchRefused, "The body is an array: send one request at a time.");
        if (body.ValueKind != JsonValueKind.Object) return BadRequest("The body must be a JSON object.");
        string? query = null;
        string? operationName = null;
        JsonElement? variables = null;
        foreach (var member in body.EnumerateObject())
        {
            var kind = member.Value.ValueKind;
            if (member.NameEquals("query"u8))
            {
                if (kind != JsonValueKind.String) return NoQuery;
                query = member.Value.GetString();
            }
            else if (member.NameEquals("operationName"u8))
            {
                if (kind is not (JsonValueKind.String or JsonValueKind.Null)) return BadRequest("'operationName' must be a string.");
                operationName = member.Value.GetString();
            }
            else if (member.NameEquals("variables"u8))
            {
                if (kind is not (JsonValueKind.Object or JsonValueKind.Null)) return BadRequest("'variables' must be a JSON object.");
                variables = kind == JsonValueKind.Null ? null : member.Value;
            }
            else if (member.NameEquals("extensions"u8) && kind is not (JsonValueKind.Object or JsonValueKind.Null))
            {
                return BadRequest("'extensions' must be a JSON object.");
            }
        }
        return query is null ? NoQuery : Request(query, operationName, variables);
    }

    /// <summary>GET: the URL's query string; an empty optional parameter counts as absent.</summary>
    public static Checked<GraphQLHttpRequest> FromQueryString(IQueryCollection parameters)
    {
        foreach (var name in (ReadOnlySpan<string>)["query", "operationName", "variables", "extensions"])
            if (parameters[name].Count > 1) return BadRequest($"The URL names '{name}' more than once.");
        var query = parameters["query"].ToString();
        if (query.Length == 0) return NoQuery;
        if (!TryParseMap(parameters["extensions"].ToString(), out var extensions)) return BadRequest("'extensions' must be a JSON object.");
        extensions?.Dispose();
        if (!TryParseMap(parameters["variables"].ToString(), out var variables)) return BadRequest("'variables' must be a JSON object.");
        var operationName = parameters["operationName"].ToString();
        return Request(query, operationName.Length == 0 ? null : operationName, variables?.RootElement).Owning(variables, null);
    }

    private static GraphQLHttpRequest Request(string query, string? operationName, JsonElement? variables) =>
        new(query, new OperationRequest { OperationName = operationName, Variables = variables });

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

    private static Refusal BadRequest(string message) => new(400, HttpErrorCodes.BadRequest, message);
}
