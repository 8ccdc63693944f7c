using System.CommandLine;
using System.Globalization;
using DataHub.Audit;
using DataHub.Database;
using DataHub.Rights.Retention;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub ledger verify</c> and <c>datahub ledger rotate</c></summary>
internal static class LedgerCommand
{
    public static Command Create(Option<string?> data)
    {
        var chain = new Option<string?>("--chain") { Description = "Only this chain.", HelpName = "NAME" };
        var verify = new Command("verify", "Check the ledger's chains, checkpoints and ends; names the first broken entry of each.") { chain };
        verify.SetAction((parsed, cancellationToken) =>
            VerifyAsync(DataOption.Of(parsed, data), parsed.GetValue(chain), parsed.InvocationConfiguration.Output, cancellationToken));
        var before = new Option<string>("--before") { Description = "First month that stays, such as 2026-01.", HelpName = "MONTH", Required = true };
        var rotate = new Command("rotate", "Remove entries of months whose time is over; what stays can still be checked.") { before };
        rotate.SetAction((parsed, cancellationToken) =>
            RotateAsync(DataOption.Of(parsed, data), parsed.GetValue(before)!, parsed.InvocationConfiguration.Output, cancellationToken));
        return new Command("ledger", "Who looked at what.") { verify, rotate };
    }

    private static async Task<int> VerifyAsync(string dataDirectory, string? chain, TextWriter output, CancellationToken cancellationToken)
    {
        await using var database = await HubOpener.DatabaseAsync(dataDirectory, cancellationToken);
        using var place = HubOpener.LedgerPlace(dataDirectory);
        var findings = await new LedgerVerifier(database.DataSource, place).VerifyAsync(chain, cancellationToken);
        if (chain is not null && findings.Count == 0) throw new CommandException($"there is no chain {chain}");
        foreach (var finding in findings) await output.WriteLineAsync(Describe(finding));
        if (findings.Count == 0) await output.WriteLineAsync("The ledger has no entries yet.");
        return findings.All(finding => finding.Fault is null) ? 0 : 1;
    }

    private static async Task<int> RotateAsync(string dataDirectory, string before, TextWriter output, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(before, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            throw new CommandException($"--before takes a month such as 2026-01, not {before}");
        // Months of the ledger are those of UTC.
        if (month > DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))
            throw new CommandException($"{before} has not begun: what is entered this month stays");
        await using var database = await HubOpener.DatabaseAsync(dataDirectory, cancellationToken);
        using var place = HubOpener.LedgerPlace(dataDirectory);
        if (await new LedgerTerm(database.DataSource, TimeProvider.System).ObjectionAsync(month, cancellationToken) is { } objection)
            throw new CommandException($"nothing is removed: {objection}");
        try
        {
            var gone = await new LedgerRotation(database.DataSource, place, TimeProvider.System).RemoveBeforeAsync(month, cancellationToken);
            await output.WriteLineAsync(gone.Count == 0 ? $"There is nothing before {before}." : $"Removed: {string.Join(", ", gone)}.");
            return 0;
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(exception.Message);
        }
    }

    private static string Describe(LedgerFinding finding) => finding.Fault is { } fault
        ? string.Create(CultureInfo.InvariantCulture, $"chain {finding.Chain}, entry {fault.Sequence}: {fault.What}")
        : string.Create(CultureInfo.InvariantCulture, $"chain {finding.Chain}: {finding.Entries} entries and {finding.Checkpoints} checkpoints hold");
}
