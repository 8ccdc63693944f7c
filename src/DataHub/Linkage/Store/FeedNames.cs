using DataHub.Linkage.Model;

namespace DataHub.Linkage.Store;

/// <summary>Names of the feeds that are compared, as the database has them.</summary>
internal static class FeedNames
{
    private static readonly string[] Names = ["OSS", "SIKP", "PELATIHAN", "MARKETPLACE", "SERTIFIKAT"];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name of a feed.</summary>
    public static string Of(LinkFeed feed) => Names[(int)feed];

    /// <summary>The feed of a name. Throws for a feed whose records are not compared.</summary>
    public static LinkFeed Parse(string name) => Array.IndexOf(Names, name) is >= 0 and var place
        ? (LinkFeed)place : throw new ArgumentException($"Records of {name} are not compared.", nameof(name));
}
