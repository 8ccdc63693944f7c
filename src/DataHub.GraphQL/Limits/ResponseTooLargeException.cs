namespace DataHub.GraphQL.Limits;

/// <summary>The response in the making has passed its limit.</summary>
internal sealed class ResponseTooLargeException(long reached) : Exception
{
    /// <summary>Bytes written so far.</summary>
    public long Reached { get; } = reached;
}
