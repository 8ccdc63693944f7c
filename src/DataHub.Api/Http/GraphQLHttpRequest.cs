using DataHub.Api.Documents;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>A well-formed GraphQL-over-HTTP request. Its variables point into memory that someone else gives back.</summary>
/// <param name="Document">The document or its name.</param>
/// <param name="Operation">What is to be run of it.</param>
internal sealed record GraphQLHttpRequest(DocumentReference Document, OperationRequest Operation);
