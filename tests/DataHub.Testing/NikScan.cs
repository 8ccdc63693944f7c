using System.Text;
using System.Text.RegularExpressions;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Testing;

/// <summary>Looks for known NIKs in whatever the hub left behind: as digits, set apart, and inside hexadecimal and base64.</summary>
public sealed partial class NikScan(IReadOnlySet<string> known)
{
    private readonly List<string> found = [];

    /// <summary>Where NIKs were found, without the numbers.</summary>
    public IReadOnlyList<string> Found => found;

    /// <summary>How many texts were looked through: a scan of nothing finds nothing.</summary>
    public long Texts { get; private set; }

    public void Look(string place, string text)
    {
        Texts++;
        if (Has(text) || Hexadecimal().Matches(text).Any(match => Has(Encoding.Latin1.GetString(Convert.FromHexString(Even(match.Value))))) || InBase64(text))
            found.Add(place);
    }

    /// <summary>Every column of every table, as text.</summary>
    public async Task LookAsync(NpgsqlDataSource database)
    {
        foreach (var table in await TablesAsync(database))
        {
            await using var command = database.CreateCommand($"select to_jsonb(t)::text from {table} t");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                using var row = System.Text.Json.JsonDocument.Parse(reader.GetString(0));
                foreach (var column in row.RootElement.EnumerateObject())
                    if (column.Value.ValueKind != System.Text.Json.JsonValueKind.Null) Look($"{table}.{column.Name}", column.Value.ToString());
            }
        }
    }

    private static async Task<List<string>> TablesAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        return tables;
    }

    private static string Even(string hex) => hex[..(hex.Length & ~1)];

    private bool Has(string text) => NikText.Candidates(text).Any(known.Contains);

    // 16 digits are 22 characters of base64; what stands before them shifts them by up to three characters.
    private bool InBase64(string text)
    {
        foreach (Match match in Base64().Matches(text))
        {
            var letters = match.Value.Replace('-', '+').Replace('_', '/');
            for (var shift = 0; shift < 4; shift++)
            {
                var whole = letters[shift..];
                // One letter alone is no byte; two and three are one and two.
                if (whole.Length % 4 == 1) whole = whole[..^1];
                whole = whole.PadRight((whole.Length + 3) & ~3, '=');
                if (whole.Length > 0 && Has(Encoding.Latin1.GetString(Convert.FromBase64String(whole)))) return true;
            }
        }
        return false;
    }

    [GeneratedRegex("[0-9a-fA-F]{32,}")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex("[A-Za-z0-9+/_-]{20,}")]
    private static partial Regex Base64();
}
