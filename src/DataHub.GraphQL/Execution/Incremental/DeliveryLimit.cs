using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

internal static class DeliveryLimit
{
    public static GraphQLError Error(int most) =>
        Refuse($"The operation asks for more than {most} deferred fragments and streamed lists.", most);

    public static GraphQLError Places(int most) =>
        Refuse($"More than {most} places of the answer are deferred or streamed.", most);

    private static GraphQLError Refuse(string message, int most) => new(message, ErrorCodes.TooManyDeliveries)
    {
        Extensions = new Dictionary<string, object?> { ["limit"] = most },
    };
}
