namespace DataHub.Access;

/// <summary>Forms in which a value is shown to those who may not see it in full: the contract's enum <c>Redaction</c>.</summary>
public enum Redaction
{
    /// <summary>Null.</summary>
    Hide,

    /// <summary>The last four characters.</summary>
    Last4,

    /// <summary>A range.</summary>
    Band,

    /// <summary>A stable stand-in.</summary>
    Token,
}
