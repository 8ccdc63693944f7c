using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Writes what a client is told about deliveries: members of an object.</summary>
internal static class NoticeWriter
{
    public static ScalarWriter<IReadOnlyList<Notice>> Pending { get; } = static (writer, notices) =>
    {
        writer!.WriteStartArray("pending");
        foreach (var notice in notices)
        {
            writer.WriteStartObject();
            writer.WriteString("id", notice.Id);
            writer.WritePropertyName("path");
            ErrorWriter.WriteValue(writer, notice.Place.Segments());
            if (notice.Label is not null) writer.WriteString("label", notice.Label);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        return true;
    };

    public static ScalarWriter<IReadOnlyList<Notice>> Completed { get; } = static (writer, notices) =>
    {
        writer!.WriteStartArray("completed");
        foreach (var notice in notices)
        {
            writer.WriteStartObject();
            writer.WriteString("id", notice.Id);
            if (notice.Failure is { Count: > 0 } errors) ErrorWriter.Write(writer, errors);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        return true;
    };

    public static ScalarWriter<IReadOnlyList<GraphQLError>> Errors { get; } = static (writer, errors) =>
    {
        ErrorWriter.Write(writer!, errors);
        return true;
    };

    public static ScalarWriter<object[]> SubPath { get; } = static (writer, path) =>
    {
        writer!.WritePropertyName("subPath");
        ErrorWriter.WriteValue(writer, path);
        return true;
    };
}
