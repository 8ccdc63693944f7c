using DataHub.Database;

namespace DataHub.Audit;

/// <summary>A look could not be entered: nobody may see what was read. To clients it is the database that is away.</summary>
public sealed class LedgerUnavailableException(Exception? cause) : DatabaseUnavailableException(cause);
