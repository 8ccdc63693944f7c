using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>What the headers of a request say of its operation.</summary>
internal static class OperationHeaders
{
    /// <summary>The operation with what its headers ask for; or why they cannot be read.</summary>
    public static Checked<OperationRequest> Apply(OperationRequest operation, HttpRequest request, TimeSpan left)
    {
        var explained = ExplainHeader.Apply(operation, request);
        return explained.Value is null ? explained : TimeoutHeader.Apply(explained.Value, request, left);
    }
}
