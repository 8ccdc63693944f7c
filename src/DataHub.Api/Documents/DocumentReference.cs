namespace DataHub.Api.Documents;

/// <summary>How a request names its document; at least one of the three is there.</summary>
/// <param name="Query">The document's text; null when the request names a stored one.</param>
/// <param name="DocumentId">
/// <c>documentId</c> of the appendix "Persisted Documents" that is proposed for GraphQL over HTTP; null when absent.
/// </param>
/// <param name="Hash">
/// <c>extensions.persistedQuery.sha256Hash</c> of Apollo's automatic persisted queries, 64 lower-case hexadecimal digits; null when
/// absent.
/// </param>
internal sealed record DocumentReference(string? Query, string? DocumentId = null, string? Hash = null);
