using System.CommandLine;
using System.Globalization;
using DataHub.Shared.Secrets;
using DataHub.Shared.Secrets.Rotation;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub keys</c></summary>
internal static class KeysCommand
{
    public static Command Create(Option<string?> data) =>
        new("keys", "The hub's own keys.") { List(data), Rotate(data), Retire(data) };

    private static Command List(Option<string?> data)
    {
        var list = new Command("list", "Show the keys, and how many stored values each one made.");
        list.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = DataOption.Of(parsed, data);
            await using var database = await HubOpener.DatabaseAsync(directory, cancellationToken);
            foreach (var key in HubOpener.Keys(directory).All)
            {
                var values = await KeyUsage.CountAsync(database.DataSource, key, cancellationToken);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{key.Name,-15} {(key.RetiredAt is null ? "in use" : "retired"),-8} {values,12:N0} values"));
            }
            return 0;
        });
        return list;
    }

    private static Command Rotate(Option<string?> data)
    {
        var kind = new Option<string>("--kind")
        {
            Description = "encryption, hash, or all.",
            DefaultValueFactory = _ => "all",
        };
        kind.AcceptOnlyFromAmong("encryption", "hash", "all");
        var rotate = new Command("rotate", "Exchange keys while hubs run; broken off, the same command goes on with it.") { kind };
        rotate.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = DataOption.Of(parsed, data);
            var keys = HubOpener.Keys(directory);
            await using var database = await HubOpener.DatabaseAsync(directory, cancellationToken);
            var rotation = new KeyRotation(database.DataSource, keys, TimeProvider.System, new KeyRotationSettings());
            var result = await rotation.RotateAsync(
                UsesOf(parsed.GetValue(kind)!), new TableLines(parsed.InvocationConfiguration.Output), cancellationToken);
            return await TellAsync(result, parsed.InvocationConfiguration);
        });
        return rotate;
    }

    private static Command Retire(Option<string?> data)
    {
        var name = new Argument<string>("KEY") { Description = "As \"keys list\" names it." };
        var retire = new Command("retire", "Destroy a former key that nothing uses any more.") { name };
        retire.SetAction((parsed, cancellationToken) =>
            RetireAsync(parsed.GetValue(name)!, DataOption.Of(parsed, data), parsed.InvocationConfiguration.Output, cancellationToken));
        return retire;
    }

    private static async Task<int> RetireAsync(string name, string directory, TextWriter output, CancellationToken cancellationToken)
    {
        var keys = HubOpener.Keys(directory);
        var key = keys.All.SingleOrDefault(key => key.Name == name && key.RetiredAt is null)
            ?? throw new CommandException($"no key in use is called {name}");
        if (key == keys.Hash.Current || key == keys.Encryption.Current)
            throw new CommandException($"{name} is the current key; \"datahub keys rotate\" puts another one in its place");
        await using var database = await HubOpener.DatabaseAsync(directory, cancellationToken);
        if (await KeyUsage.CountAsync(database.DataSource, key, cancellationToken) is var values and > 0)
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"{values:N0} stored values still need {name}"));
        keys.Retire(key.Use, key.Number, TimeProvider.System.GetUtcNow());
        await output.WriteLineAsync($"{name} is retired.");
        return 0;
    }

    private static async Task<int> TellAsync(KeyRotationResult result, InvocationConfiguration streams)
    {
        foreach (var key in result.Added) await streams.Output.WriteLineAsync($"{key.Name} is the current key.");
        foreach (var key in result.Retired) await streams.Output.WriteLineAsync($"{key.Name} is retired.");
        foreach (var (key, values) in result.Kept)
            await streams.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{key.Name} is kept: {values:N0} stored values need it and could not be read."));
        return result.Kept.Count == 0 ? 0 : 1;
    }

    private static KeyUse[] UsesOf(string kind) => kind switch
    {
        "encryption" => [KeyUse.Encryption],
        "hash" => [KeyUse.Hash],
        _ => [KeyUse.Hash, KeyUse.Encryption],
    };

    /// <summary>A line now and then for each table.</summary>
    private sealed class TableLines(TextWriter output) : IProgress<KeyRotationProgress>
    {
        private const long RowsBetweenLines = 50_000;
        private long told;

        public void Report(KeyRotationProgress value)
        {
            if (value.Rewritten == 0) told = 0;
            if (value.Remaining > 0 && value.Rewritten != 0 && value.Rewritten - told < RowsBetweenLines) return;
            told = value.Rewritten;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{value.Table}: {value.Rewritten:N0} rows rewritten, {value.Remaining:N0} to go"));
        }
    }
}
