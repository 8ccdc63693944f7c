using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>One invented source: its calls, its tokens, its switches.</summary>
internal abstract class SandboxSource(string name)
{
    /// <summary>All secrets of the invented sources.</summary>
    public const string Secret = "sandbox";

    private readonly ConcurrentDictionary<string, bool> tokens = new(StringComparer.Ordinal);

    /// <summary>First part of its paths.</summary>
    public string Name => name;

    public SandboxSwitches Switches { get; } = new();

    /// <summary>Adds its calls.</summary>
    public abstract void Map(WebApplication app);

    /// <summary>Changes so many of its records.</summary>
    public abstract void Touch(int records);

    protected string NewToken()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        tokens[token] = true;
        Switches.Authenticated();
        return token;
    }

    /// <summary>Whether the caller's token is good; one that is switched to end is refused from now on.</summary>
    protected bool HasToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : "";
        if (Switches.Takes(SandboxFault.TokenEnds)) tokens.TryRemove(token, out _);
        return tokens.ContainsKey(token);
    }

    /// <summary>A page's records as the switches would have them.</summary>
    protected JsonArray List(IEnumerable<JsonObject> records)
    {
        var list = records.ToList();
        if (Switches.Takes(SandboxFault.WrongTypes))
        {
            for (var i = 0; i < list.Count; i += 3) Spoil(list[i], i / 3);
        }
        if (Switches.Takes(SandboxFault.Duplicate)) list = [.. list, .. list.Select(record => record.DeepClone().AsObject())];
        if (Switches.Takes(SandboxFault.Reorder)) list.Reverse();
        return new JsonArray([.. list]);
    }

    /// <summary>Gives a record a field of the wrong type, or takes a required one away.</summary>
    protected abstract void Spoil(JsonObject record, int turn);

    protected static IResult Refused() => Results.Json(new { error = true, code = "401", message = "ditolak" }, statusCode: 401);
}
