using DataHub.Access;
using DataHub.GraphQL.Errors;

namespace DataHub.Partners;

/// <summary>
/// Whom a client may be told of in a day. Asked where an answer's entry in the ledger is made, which knows its subjects: once before
/// anything is read, once before the first byte leaves.
/// </summary>
public interface ISubjectQuota
{
    /// <summary>
    /// Why the caller gets nothing any more today; null when there is room, or no ceiling for it. Cheap: no lock where there is no
    /// ceiling.
    /// </summary>
    GraphQLError? RefuseBefore(Caller caller);

    /// <summary>
    /// Counts the persons (hub ids, repeated ones once) that an answer tells of. When they do not fit below the ceilings none is counted,
    /// and the answer
    /// must not leave: what is returned takes its place, whole.
    /// </summary>
    GraphQLError? Count(Caller caller, IReadOnlyCollection<long> persons);
}
