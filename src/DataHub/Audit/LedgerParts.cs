using Npgsql;

namespace DataHub.Audit;

/// <summary>What a ledger is made of.</summary>
/// <param name="DataSource">The database; connections of a role that may add entries, and may not change them.</param>
/// <param name="Place">What the host keeps outside the database.</param>
public sealed record LedgerParts(NpgsqlDataSource DataSource, LedgerPlace Place)
{
    public LedgerSettings Settings { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Receives what went wrong beside any request; for the log.</summary>
    public Action<Exception> OnError { get; init; } = static _ => { };
}
