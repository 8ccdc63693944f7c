using System.Globalization;
using Npgsql;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>A connection string of Npgsql as the environment variables that libpq and pg read.</summary>
internal static class LibpqSettings
{
    public static IEnumerable<(string Name, string Value)> Of(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        (string, string?)[] all =
        [
            ("PGHOST", settings.Host), ("PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", settings.Username),
            ("PGPASSWORD", settings.Password), ("PGDATABASE", settings.Database),
        ];
        foreach (var (name, value) in all)
        {
            if (value is not null) yield return (name, value);
        }
    }
}
