using System.Reflection;
using DataHub.GraphQL.Language;

namespace DataHub.Planning;

/// <summary>The SDL files of the contract, as embedded at build time.</summary>
public static class Contract
{
    private const string Folder = "schema/";

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Source> Sources()
    {
        var assembly = typeof(Contract).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Source(Read(assembly, name), name)),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
