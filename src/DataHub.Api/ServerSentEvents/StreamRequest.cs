using DataHub.Access;
using DataHub.Api.Identity;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.ServerSentEvents;

/// <summary>What is to be answered with events.</summary>
/// <param name="Document">The document.</param>
/// <param name="Operation">What is to be run of it.</param>
/// <param name="Memory">What the operation's variables point into.</param>
/// <param name="Identified">Who asks.</param>
internal sealed record StreamRequest(PreparedDocument Document, OperationRequest Operation, IDisposable Memory, Identified Identified)
{
    public Caller Caller => Identified.Caller;
}
