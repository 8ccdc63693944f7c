using System.Diagnostics;
using DataHub.Api.Documents;
using DataHub.Api.Hosting;
using DataHub.Api.Http;
using DataHub.Api.Identity;
using DataHub.Api.Subscriptions;
using DataHub.Api.Tests.Subscriptions;
using DataHub.Audit;
using DataHub.Testing;
using Microsoft.Extensions.Configuration;

namespace DataHub.Api.Tests.Hosting;

/// <summary>Settings that an operator writes into the data folder, for the host and for commands, and what is told of wrong ones.</summary>
public sealed class SettingFileTests
{
    [Fact]
    public async Task Commands_read_the_data_folders_file_and_the_environment_wins()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, $$"""
            {
              // A comment.
              "ConnectionStrings": { "DataHub": "{{database.ConnectionString}}" },
            }
            """);
        var found = await RunAsync([], "ledger", "verify", "--data", folder.Path);
        Assert.Equal((0, "The ledger has no entries yet."), (found.Code, found.Output.Trim()));
        var elsewhere = await RunAsync(
            new() { ["ConnectionStrings__DataHub"] = RunningHost.NoDatabase }, "ledger", "verify", "--data", folder.Path);
        Assert.NotEqual(0, elsewhere.Code);
    }

    [Theory]
    [InlineData("""{ "DataHub": { "Database": { "PoolSize": "many" } } }""", "DataHub:Database:PoolSize must be a whole number, 2147483647 at most")]
    [InlineData("""{ "DataHub": { "Database": { "MaxWait": "soon" } } }""", "DataHub:Database:MaxWait must be a time as 00:00:10 (hours:minutes:seconds)")]
    [InlineData("""{ "DataHub": { "Database": """, "appsettings.json in the data folder is no JSON from line 1 on")]
    [InlineData("""[]""", "appsettings.json in the data folder must be an object of settings")]
    public async Task A_command_says_which_setting_cannot_be_read(string file, string said)
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, file);
        var refused = await RunAsync(new() { ["ConnectionStrings__DataHub"] = RunningHost.NoDatabase }, "ledger", "verify", "--data", folder.Path);
        Assert.Equal(1, refused.Code);
        Assert.Contains(said, refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, refused.Errors, StringComparison.Ordinal);
        Assert.Single(refused.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_host_reads_the_same_file()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder, """{ "DataHub": { "Http": { "MaxBatch": 11 } } }""");
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([KeyValuePair.Create("DataHub:Http:MaxBatch", (string?)"3")]);
        configuration.AddDataFolder(folder.Path);
        Assert.Equal("11", configuration["DataHub:Http:MaxBatch"]);
        Assert.Equal("11", HubSettings.Of(folder.Path)["DataHub:Http:MaxBatch"]);
        await using var database = await TestDatabase.CreateAsync();
        var variables = new Dictionary<string, string>
        {
            ["ConnectionStrings__DataHub"] = database.ConnectionString,
            ["ASPNETCORE_ENVIRONMENT"] = "Sandbox",
        };
        var refused = await RunAsync(variables, "run", "--port", "0", "--data", folder.Path);
        Assert.Equal((1, "datahub: DataHub:Http:MaxBatch takes 0 to 10."), (refused.Code, refused.Errors.Trim()));
    }

    [Theory]
    [InlineData("DataHub:Limits:Depth:Max", "deep", "DataHub:Limits:Depth:Max must be a whole number")]
    [InlineData("DataHub:Limits:Depth:Mode", "Maybe", "DataHub:Limits:Depth:Mode must be one of Enforce, Warn, Off")]
    [InlineData("DataHub:Limits:RequestTime", "x", "DataHub:Limits:RequestTime must be a time as 00:00:10")]
    [InlineData("DataHub:Ledger:Enabled", "perhaps", "DataHub:Ledger:Enabled must be true or false")]
    [InlineData("DataHub:Ledger:MaxWaiting", "99999999999", "DataHub:Ledger:MaxWaiting must be a whole number, 2147483647 at most")]
    [InlineData("DataHub:Subscriptions:PingInterval", "x", "DataHub:Subscriptions:PingInterval must be a time")]
    [InlineData("DataHub:Http:Compress", "1x", "DataHub:Http:Compress must be true or false")]
    [InlineData("DataHub:Identity:KeyRetry", "x", "DataHub:Identity:KeyRetry must be a time")]
    [InlineData("DataHub:Identity:Clients:bank:SenderConstraint", "x", "DataHub:Identity:Clients:bank:SenderConstraint must be one of None, ")]
    [InlineData("DataHub:Documents:Clients:bank:OnlyTrusted", "x", "DataHub:Documents:Clients:bank:OnlyTrusted must be true or false")]
    public void A_setting_that_is_not_of_its_type_is_named_with_what_it_must_be(string name, string value, string said)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build();
        var refusal = Assert.Throws<StartRefusedException>(() => ReadAll(settings));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain($"{value}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_calls_the_program_by_its_name()
    {
        foreach (var arguments in new[] { new[] { "--help" }, ["feed", "load", "--help"] })
        {
            var help = await RunAsync([], arguments);
            Assert.Contains("datahub", help.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("DataHub.Api", help.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_has_a_mapping_written_is_told_what_was_written()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("umkm.csv"), "Nama Usaha;Nama Pemilik;NIB\nKopi Satu;SITI AMINAH;0401249958535\nKopi Dua;BUDI SANTOSO;0401249958536\n");
        var done = await RunAsync(
            new() { ["ConnectionStrings__DataHub"] = database.ConnectionString },
            "feed", "propose-mapping", folder.Of("umkm.csv"), "--out", folder.Of("umkm.json"), "--data", folder.Path);
        Assert.Equal((0, ""), (done.Code, done.Output));
        Assert.Contains("umkm.json: written: 3 columns of umkm.csv become fields of DAFTAR, 0 are left aside", done.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.Of("umkm.json")));
    }

    private static void ReadAll(IConfiguration settings)
    {
        LimitSettings.From(settings);
        settings.Read<HostLimits>(LimitSettings.Section);
        settings.Read<LedgerSettings>("DataHub:Ledger");
        SubscriptionSettings.From(settings);
        settings.Read<HttpSettings>("DataHub:Http");
        IdentitySettings.From(settings);
        settings.Read<DocumentSettings>("DataHub:Documents");
    }

    private static Task WriteAsync(TemporaryFolder folder, string text) => File.WriteAllTextAsync(folder.Of(HubSettings.FileName), text);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(Dictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ServedHub.Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("ConnectionStrings__DataHub");
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
