using DataHub.Demonstration;
using DataHub.Testing;

namespace DataHub.Tests.Research;

/// <summary>A small demonstration: a file of every feed, those first that others point to.</summary>
internal static class SmallDemonstration
{
    public static IReadOnlyList<string> WriteTo(TemporaryFolder folder)
    {
        DemoGenerator.Generate(new DemoOptions { OutputDirectory = folder.Path, Businesses = 600 });
        return [.. DemoGenerator.Files.Select(file => folder.Of(file))];
    }
}
