using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace DataHub.Database;

/// <summary>One numbered SQL file.</summary>
/// <param name="Version">The number in front of the file's name, from 1.</param>
/// <param name="Name">The rest of the file's name, without ending.</param>
/// <param name="Sql">The statements, run together in one transaction.</param>
public sealed record Migration(int Version, string Name, string Sql)
{
    private const string Folder = "Database/Migrations/";

    /// <summary>SHA-256 of the text with LF line ends, in hexadecimal: a checkout with CRLF gives the same.</summary>
    public string Checksum => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Replace("\r\n", "\n", StringComparison.Ordinal))));

    /// <summary>The migrations that travel in this assembly, by number.</summary>
    public static IReadOnlyList<Migration> OfThisProgram()
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(migration => migration.Version)];
    }

    public override string ToString() => $"{Version.ToString("0000", CultureInfo.InvariantCulture)}_{Name}";

    private static Migration Read(Assembly assembly, string resource)
    {
        var file = Path.GetFileNameWithoutExtension(resource);
        var cut = file.IndexOf('_', StringComparison.Ordinal);
        if (cut < 1 || !int.TryParse(file.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            throw new InvalidOperationException($"The migration {file} has no number in front of its name.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new Migration(version, file[(cut + 1)..], reader.ReadToEnd());
    }
}
