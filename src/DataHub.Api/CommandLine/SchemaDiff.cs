using System.CommandLine;
using DataHub.GraphQL.Comparison;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Releases;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub schema diff</c></summary>
internal static class SchemaDiff
{
    private static readonly Argument<FileInfo?> Old = new("old")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "An SDL file; without it the last release.",
    };

    private static readonly Argument<FileInfo?> New = new("new")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "An SDL file; without it the contract.",
    };

    private static readonly Option<FileInfo?> Planned = new("--planned")
    {
        Description = "A list of announced breaking changes; without it schema/planned-removals.yml.",
    };

    public static Command Create()
    {
        var diff = new Command(
            "diff", "List what lies between two versions of the contract; ends with 1 when it breaks clients unannounced.")
        {
            Old, New, Planned,
        };
        diff.SetAction(async (parsed, cancellationToken) =>
        {
            var before = await SchemaAsync(parsed.GetValue(Old), cancellationToken)
                ?? ReleasedContracts.Read(ReleasedContracts.Last() ?? throw new CommandException("There is no release to compare with."));
            var after = await SchemaAsync(parsed.GetValue(New), cancellationToken) ?? SchemaBuilder.Build(Contract.Sources());
            var planned = await PlannedAsync(parsed.GetValue(Planned), cancellationToken);
            var changes = new ContractChanges(before, after, planned, TimeProvider.System);
            await WriteAsync(parsed.InvocationConfiguration.Output, changes);
            return changes.Refused.Any() ? 1 : 0;
        });
        return diff;
    }

    /// <summary>One line a change: level, kind, message.</summary>
    private static async Task WriteAsync(TextWriter output, ContractChanges changes)
    {
        foreach (var change in changes.All) await output.WriteLineAsync(Line(changes, change));
        var counts = Enum.GetValues<ChangeLevel>().Reverse()
            .Select(level => $"{changes.All.Count(c => c.Level == level)} {level.ToString().ToLowerInvariant()}");
        await output.WriteLineAsync(string.Join(", ", counts));
    }

    public static string Line(ContractChanges changes, SchemaChange change)
    {
        var line = $"{change.Level.ToString().ToUpperInvariant(),-9} {ContractChanges.KindName(change.Kind),-26} {change.Message}";
        return changes.Plan(change) is { } plan ? $"{line} Announced {plan.Announced:yyyy-MM-dd} for {plan.From:yyyy-MM-dd}." : line;
    }

    private static async Task<Schema?> SchemaAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null) return null;
        var text = await File.ReadAllTextAsync(file.FullName, cancellationToken);
        try
        {
            return SchemaBuilder.Build([new Source(text, file.Name)]);
        }
        catch (GraphQLException exception)
        {
            throw new CommandException(string.Join(Environment.NewLine, exception.Errors.Select(e => e.Message)));
        }
    }

    private static async Task<IReadOnlyList<PlannedRemoval>> PlannedAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        try
        {
            return file is null
                ? PlannedRemovals.OfContract()
                : PlannedRemovals.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
        }
        catch (FormatException exception)
        {
            throw new CommandException(exception.Message);
        }
    }
}
