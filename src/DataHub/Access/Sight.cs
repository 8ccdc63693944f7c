namespace DataHub.Access;

/// <summary>How much of a field a permission set sees.</summary>
/// <param name="IsOpen">False: the field is not there for it.</param>
/// <param name="Redaction">The form in which it sees the values; null: as they are.</param>
/// <param name="NeedsConsent">True when the row's person must have consented, or the value is null there.</param>
public readonly record struct Sight(bool IsOpen, Redaction? Redaction, bool NeedsConsent = false)
{
    /// <summary>The field is not there.</summary>
    public static Sight None => default;

    /// <summary>The values as they are.</summary>
    public static Sight Full => new(true, null);

    /// <summary>True when the values are seen as they are, and so may be conditions, orders and parts of figures.</summary>
    public bool IsFull => IsOpen && Redaction is null && !NeedsConsent;
}
