using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>The header <c>X-Explain</c>: asks what is to be known of an operation instead of its answer.</summary>
internal static class ExplainHeader
{
    public const string Name = "X-Explain";

    private static readonly Refusal Unknown = new(400, HttpErrorCodes.BadRequest, $"The header {Name} may say: cost, plan or run.");

    private static Explanation? Of(string value) => value.ToUpperInvariant() switch
    {
        "COST" => Explanation.Cost,
        "PLAN" => Explanation.Plan,
        "RUN" => Explanation.Run,
        _ => null,
    };

    /// <summary>What the header asks for, none when it is not there; or why it cannot be given.</summary>
    public static Checked<OperationRequest> Apply(OperationRequest operation, HttpRequest request)
    {
        var values = request.Headers[Name];
        if (values.Count == 0) return operation;
        return values.Count == 1 && Of(values[0]!) is { } asked ? operation with { Explain = asked } : Unknown;
    }
}
