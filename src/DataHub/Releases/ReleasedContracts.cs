using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Releases;

/// <summary>
/// The contract as it was given to consumers, one file a release in <c>schema/released</c>, named by its date; embedded at build time.
/// </summary>
public static class ReleasedContracts
{
    private const string Folder = "released/";

    /// <summary>Name of the last release, the last one by name; null before the first.</summary>
    public static string? Last() => typeof(ReleasedContracts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Max(StringComparer.Ordinal);

    /// <summary>The released schema of that name.</summary>
    public static Schema Read(string name) => SchemaBuilder.Build([new Source(Resources.Read(name), $"schema/{name}")]);
}
