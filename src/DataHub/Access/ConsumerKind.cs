namespace DataHub.Access;

/// <summary>The kinds of consumers: each asks for one purpose, and has a role of its own in PostgreSQL.</summary>
public enum ConsumerKind
{
    Bank,
    University,
    Partner,
    Dashboard,
    Owner,
    Steward,
}
