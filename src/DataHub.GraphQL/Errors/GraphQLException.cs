namespace DataHub.GraphQL.Errors;

/// <summary>A failure that a client may read: its errors go into the response as they are.</summary>
public sealed class GraphQLException : Exception
{
    public GraphQLException(GraphQLError error) : this([error]) { }

    public GraphQLException(IReadOnlyList<GraphQLError> errors)
        : base(string.Join(Environment.NewLine, errors.Select(e => e.Message))) => Errors = errors;

    /// <summary>At least one.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
