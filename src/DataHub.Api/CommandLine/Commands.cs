using System.CommandLine;
using DataHub.Api.Hosting;
using DataHub.Database;
using DataHub.Feeds;
using DataHub.Registry.Reference;
using DataHub.Shared.Secrets.Rotation;
using Npgsql;

namespace DataHub.Api.CommandLine;

/// <summary>The hub's command line.</summary>
public static class Commands
{
    /// <summary>What a shell reports for a program ended by Ctrl-C.</summary>
    private const int Interrupted = 130;

    /// <summary>Runs one command; its exit code is 0, or 1 after one line on standard error that says what is wrong.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        using var signals = new StopSignals();
        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        try
        {
            return await Root().Parse(args).InvokeAsync(configuration, signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (Explain(exception) is { } words)
        {
            await Console.Error.WriteLineAsync($"datahub: {words}");
            return 1;
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root()
    {
        var data = DataOption.Create();
        var root = new RootCommand("One GraphQL endpoint over what is known about micro, small and medium businesses.")
        {
            data,
            RunCommand.Create(data),
            FeedCommand.Create(data),
            LinkageCommand.Create(data),
            QuarantineCommand.Create(data),
            ReferenceCommand.Create(data),
            SourceCommand.Create(data),
            SandboxSourcesCommand.Create(data),
            LedgerCommand.Create(data),
            DemoCommand.Create(),
            KeysCommand.Create(data),
            RetentionCommand.Create(data),
            SchemaCommand.Create(),
            VersionCommand.Create(),
        };
        // The name of the program's file is DataHub.Api.
        root.HelpName = "datahub";
        // "dotnet run" with nothing behind it serves.
        root.SetAction((parsed, cancellationToken) =>
            RunCommand.RunAsync(new RunOptions { DataDirectory = DataOption.Of(parsed, data), Output = Console.Out }, cancellationToken));
        return root;
    }

    // Null: a fault of the program, which shows where it happened.
    private static string? Explain(Exception exception) => exception switch
    {
        DatabaseSetupException or StartRefusedException or FeedRefusedException or CommandException or KeyRotationException
            or ReferenceRefusedException => exception.Message,
        UnauthorizedAccessException or IOException => exception.Message,
        NpgsqlException => $"the database failed: {exception.Message}",
        _ => null,
    };
}
