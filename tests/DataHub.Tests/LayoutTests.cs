using System.Runtime.CompilerServices;

namespace DataHub.Tests;

/// <summary>A file of the contract, a slice and its tests bear the same name, because a reader of one looks for the others there.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void Every_domain_of_the_contract_has_its_slice_and_its_tests()
    {
        var root = Root();
        var domains = Directory.GetFiles(Path.Combine(root, "schema"), "*.graphql").Select(f => Path.GetFileNameWithoutExtension(f)).Except(["shared"]).ToList();
        Assert.Equal(12, domains.Count);
        foreach (var domain in domains.Select(d => char.ToUpperInvariant(d[0]) + d[1..]))
        {
            Assert.True(File.Exists(Path.Combine(root, "src", "DataHub", domain, $"{domain}Slice.cs")), $"There is no slice for {domain}.");
            Assert.True(Directory.EnumerateFiles(Path.Combine(root, "tests", "DataHub.Tests", domain), "*Tests.cs").Any(), $"There are no tests for {domain}.");
        }
    }

    [Fact]
    public void Slices_do_not_use_each_others_resolvers()
    {
        string[] slices = ["Credit", "Training", "Market", "Research", "Feeds"];
        foreach (var slice in slices)
        {
            var uses = Directory.EnumerateFiles(Path.Combine(Root(), "src", "DataHub", slice), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadLines(file).Any(line => slices.Except([slice]).Any(other => line == $"using DataHub.{other};")));
            Assert.True(!uses.Any(), $"{slice} uses another slice because of {string.Join(", ", uses.Select(Path.GetFileName))}: only what several slices need may be shared, in Shared or Planning.");
        }
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
