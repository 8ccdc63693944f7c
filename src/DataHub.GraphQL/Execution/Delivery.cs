using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>Which part of an answer is ready to be given out.</summary>
public enum DeliveryKind
{
    /// <summary>The answer, or the first part of one that comes in several.</summary>
    Answer,

    /// <summary>A further part: items of a list that is executed while it is written, a later payload.</summary>
    Part,

    /// <summary>The answer to an event of a subscription.</summary>
    Event,

    /// <summary>Nothing of what was asked for: a stream of events was made, or the operation was explained and not executed.</summary>
    Nothing,
}

/// <summary>A part of an answer that was executed, and of which nothing was given out yet.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="Document">What was asked.</param>
/// <param name="HasData">False when the request was refused: nothing was executed.</param>
/// <param name="Errors">What went wrong; empty when nothing did. Of a further part: not told.</param>
public readonly record struct Delivery(DeliveryKind Kind, PreparedDocument Document, bool HasData, IReadOnlyList<GraphQLError> Errors);
