using DataHub.Api.Documents;
using DataHub.Api.Http;
using DataHub.Shared.Ids;
using Npgsql;

namespace DataHub.Api.Hosting;

/// <summary>The hub as the web server sees it.</summary>
/// <param name="Database">For readiness and the sandbox's owners; answers come through <paramref name="GraphQL"/>.</param>
/// <param name="Ids">Reads the person in an owner's token.</param>
/// <param name="GraphQL">Answers requests.</param>
/// <param name="Scopes">Values of the contract's enum <c>Scope</c>.</param>
public sealed record HubServices(NpgsqlDataSource Database, NodeIds Ids, IGraphQLService GraphQL, IReadOnlyCollection<string> Scopes)
{
    /// <summary>Documents that clients may name by their hash.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; init; } = [];
}
