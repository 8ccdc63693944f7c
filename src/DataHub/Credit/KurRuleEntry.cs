namespace DataHub.Credit;

/// <summary>One rule's part in a decision.</summary>
public sealed record KurRuleEntry
{
    /// <summary>Id of the rule, <c>K26-04</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Article of the regulation.</summary>
    public required string Article { get; init; }

    /// <summary><c>sure</c>, <c>likely</c> or <c>unverified</c>: how sure the hub is of the rule's text.</summary>
    public required string Confidence { get; init; }

    public required KurRuleResult Result { get; init; }

    /// <summary>What was found; never a NIK, never the number of a contract.</summary>
    public required string Found { get; init; }

    /// <summary>What would change the result; null when nothing would.</summary>
    public string? WouldChange { get; init; }

    /// <summary>True when the result rests on something the applicant declared.</summary>
    public required bool Declared { get; init; }

    /// <summary>Readings that the result rests on.</summary>
    public required IReadOnlyList<KurSetting> Settings { get; init; }
}
