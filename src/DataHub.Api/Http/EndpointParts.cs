using DataHub.Api.Identity;
using DataHub.Api.ServerSentEvents;

namespace DataHub.Api.Http;

/// <summary>What a request passes on its way, in that order.</summary>
/// <param name="Cors">Tells foreign pages whether they may read the answer.</param>
/// <param name="Authentication">Finds out who asks.</param>
/// <param name="Reader">Reads what is asked.</param>
/// <param name="Runner">Finds the document and executes it.</param>
/// <param name="Events">Answers with a stream of events.</param>
/// <param name="Rates">Tells what is left to spend.</param>
/// <param name="Settings">Switches of the above.</param>
internal sealed record EndpointParts(
    Cors Cors,
    CallerAuthentication Authentication,
    RequestReader Reader,
    RequestRunner Runner,
    EventStreams Events,
    RateLimits Rates,
    HttpSettings Settings);
