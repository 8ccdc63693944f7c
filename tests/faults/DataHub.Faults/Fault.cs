namespace DataHub.Faults;

/// <summary>What is done to the running hub.</summary>
internal enum Fault
{
    /// <summary>kill -9 of the hub.</summary>
    HubKilled,

    /// <summary>kill -9 of PostgreSQL's first process.</summary>
    PostgresKilled,

    /// <summary>PostgreSQL stops at once, without writing out anything (pg_ctl stop -m immediate).</summary>
    PostgresStopped,
}
