using DataHub.Shared;
using System.Text.RegularExpressions;
using DataHub.Credit;
using Npgsql;

namespace DataHub.Linkage.Golden;

/// <summary>Which attributes a steward can set, and what values they take.</summary>
internal static partial class PinnedAttribute
{
    private static readonly Dictionary<string, Regex> Forms = new(StringComparer.Ordinal)
    {
        ["name"] = OneLine(),
        ["legalForm"] = OneLine(),
        ["address"] = OneLine(),
        ["scale"] = Scale(),
        ["status"] = Status(),
        ["kbli"] = Kbli(),
        ["regency"] = Regency(),
        ["district"] = District(),
        ["phone"] = Phone(),
        ["email"] = Email(),
    };

    /// <summary>Names of the attributes.</summary>
    public static IReadOnlyCollection<string> Names => Forms.Keys;

    /// <summary>What is wrong with a value by its form alone; null when nothing is.</summary>
    public static MutationError? Problem(string attribute, string value)
    {
        if (!Forms.TryGetValue(attribute, out var form))
            return new("UNKNOWN_ATTRIBUTE", $"It can be set for {string.Join(", ", Names)}.", "attribute");
        return form.IsMatch(value) ? null : new("INVALID_VALUE", $"This is no value of {attribute}.", "value");
    }

    /// <summary>What is wrong with a code that the hub's tables do not know; null when nothing is.</summary>
    public static async Task<MutationError?> UnknownAsync(
        NpgsqlConnection connection, string attribute, string value, CancellationToken cancellation)
    {
        var (sql, code) = attribute switch
        {
            // The first two digits are the division.
            "kbli" => ("select exists (select from registry.kbli_division where code = left($1, 2))", "UNKNOWN_KBLI"),
            "regency" => ("select exists (select from registry.region where code = $1 and level = 'REGENCY')", "UNKNOWN_REGION"),
            "district" => ("select exists (select from registry.region where code = $1 and level = 'DISTRICT')", "UNKNOWN_REGION"),
            _ => (null, ""),
        };
        if (sql is null) return null;
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        return await command.ExecuteScalarAsync(cancellation) is true
            ? null
            : new(code, $"The hub knows no such code of {attribute}.", "value");
    }

    [GeneratedRegex(@"^[^\p{Cc}]{1,200}$")]
    private static partial Regex OneLine();

    [GeneratedRegex("^(MIKRO|KECIL|MENENGAH|BESAR)$")]
    private static partial Regex Scale();

    [GeneratedRegex("^(AKTIF|TIDAK_AKTIF|DICABUT)$")]
    private static partial Regex Status();

    [GeneratedRegex("^[0-9]{5}$")]
    private static partial Regex Kbli();

    [GeneratedRegex(@"^[0-9]{2}\.[0-9]{2}$")]
    private static partial Regex Regency();

    [GeneratedRegex(@"^[0-9]{2}\.[0-9]{2}\.[0-9]{2}$")]
    private static partial Regex District();

    // With an area code or the country's, separators as people write them.
    [GeneratedRegex(@"^\+?[0-9](?:[ .-]?[0-9]){6,14}$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}$")]
    private static partial Regex Email();
}
