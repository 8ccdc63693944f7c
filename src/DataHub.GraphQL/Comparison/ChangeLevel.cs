namespace DataHub.GraphQL.Comparison;

/// <summary>What a change of a schema does to those who use it.</summary>
public enum ChangeLevel
{
    /// <summary>Every document that was valid stays valid and is answered alike.</summary>
    Safe,

    /// <summary>Documents stay valid, but a client may meet what it did not foresee, such as an enum value it has never seen.</summary>
    Dangerous,

    /// <summary>A document that was valid is no longer, or an answer may have a form that was excluded before.</summary>
    Breaking,
}
