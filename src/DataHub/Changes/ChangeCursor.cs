using System.Globalization;
using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Changes;

/// <summary>Places in the stream as consumers get them: sealed, bound to the subscription they were given by.</summary>
internal static class ChangeCursor
{
    /// <summary>The place that argument <c>after</c> names; null when it is not given. Throws when it is no cursor of the field.</summary>
    public static long? Read(Hub hub, FieldSelection field)
    {
        if (field.Argument<string>("after") is not { } cursor) return null;
        return hub.Cursors.TryDecode(field.Definition.Coordinate, cursor, out var values)
            ? long.Parse(values[0]!, CultureInfo.InvariantCulture)
            : throw PageRequest.Wrong(field, "after", "it is no cursor of this subscription");
    }

    public static string Write(Hub hub, FieldSelection field, long position) =>
        hub.Cursors.Encode(field.Definition.Coordinate, [position.ToString(CultureInfo.InvariantCulture)]);
}
