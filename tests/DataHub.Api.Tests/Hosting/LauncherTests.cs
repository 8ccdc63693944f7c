using System.Text.RegularExpressions;
using DataHub.Api.CommandLine;

namespace DataHub.Api.Tests.Hosting;

/// <summary>The launcher at the repository's root knows what the hub's own command line knows.</summary>
public sealed partial class LauncherTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root(), "datahub"));

    [Fact]
    public void Every_command_of_the_hub_can_be_given_to_the_launcher()
    {
        var taken = Labels().Matches(Text).SelectMany(label => label.Groups[1].Value.Split(" | ")).ToHashSet(StringComparer.Ordinal);
        Assert.All(Commands.Root().Subcommands, command => Assert.Contains(command.Name, taken));
    }

    [Fact]
    public void Every_command_of_the_hub_is_in_the_launchers_help() =>
        Assert.All(Commands.Root().Subcommands, command => Assert.Matches($"(?m)^  {Regex.Escape(command.Name)}\\b", Text));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DataHub.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"^    ([a-z][a-z| -]*)\)", RegexOptions.Multiline)]
    private static partial Regex Labels();
}
