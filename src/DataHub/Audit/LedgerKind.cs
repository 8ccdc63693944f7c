namespace DataHub.Audit;

/// <summary>What an entry of the ledger is about, with the words that the database and the contract have for it.</summary>
public static class LedgerKind
{
    /// <summary>An answer, whole or its beginning.</summary>
    public const string Look = "LOOK";

    /// <summary>A further part of an answer that was entered before: rows of a streamed page, a later payload.</summary>
    public const string Part = "PART";

    /// <summary>An event of a subscription.</summary>
    public const string Event = "EVENT";

    /// <summary>A change that was made through the hub.</summary>
    public const string Change = "CHANGE";

    /// <summary>A request that was refused.</summary>
    public const string Refusal = "REFUSAL";
}

/// <summary>What became of a request.</summary>
public static class LedgerOutcome
{
    /// <summary>Answered whole.</summary>
    public const string Answered = "ANSWERED";

    /// <summary>Answered with errors: something of it is missing.</summary>
    public const string Partial = "PARTIAL";

    /// <summary>Refused: nothing was read for it.</summary>
    public const string Refused = "REFUSED";

    /// <summary>It ended before its answer was given: nobody has seen what was read.</summary>
    public const string Failed = "FAILED";
}
