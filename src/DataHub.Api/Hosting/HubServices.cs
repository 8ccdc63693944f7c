using DataHub.Access.Budgets;
using DataHub.Api.Documents;
using DataHub.Api.Http;
using DataHub.Partners;
using DataHub.Shared.Ids;
using Npgsql;

namespace DataHub.Api.Hosting;

/// <summary>The hub as the web server sees it.</summary>
/// <param name="Database">For readiness and the sandbox's owners; answers come through <paramref name="GraphQL"/>.</param>
/// <param name="Ids">Reads the person in an owner's token.</param>
/// <param name="GraphQL">Answers requests.</param>
/// <param name="Scopes">Values of the contract's enum <c>Scope</c>.</param>
/// <param name="Budgets">What clients may spend; gets its plans from the server's settings.</param>
public sealed record HubServices(
    NpgsqlDataSource Database, NodeIds Ids, IGraphQLService GraphQL, IReadOnlyCollection<string> Scopes, ClientBudgets Budgets)
{
    /// <summary>Who may ask; null: a hub without partners, where the setting for clients that are no partner's decides on all.</summary>
    public PartnerServices? Partners { get; init; }

    /// <summary>Documents that clients may name by their hash.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; init; } = [];
}
