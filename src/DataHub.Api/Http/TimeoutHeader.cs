using System.Globalization;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Http;

/// <summary>The header <c>X-Timeout-Ms</c>: after how many milliseconds the client wants what is ready by then.</summary>
internal static class TimeoutHeader
{
    public const string Name = "X-Timeout-Ms";

    private static readonly Refusal Unknown =
        new(400, HttpErrorCodes.BadRequest, $"The header {Name} must be a whole number of milliseconds, 1 at least.");

    /// <summary>The operation with its time: what the header says, at most what is left of the request's; or why it cannot be read.</summary>
    public static Checked<OperationRequest> Apply(OperationRequest operation, HttpRequest request, TimeSpan left)
    {
        var values = request.Headers[Name];
        if (values.Count == 0) return operation with { Time = left };
        if (values.Count > 1 || !int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds < 1)
            return Unknown;
        var asked = TimeSpan.FromMilliseconds(milliseconds);
        return operation with { Time = asked < left ? asked : left };
    }
}
