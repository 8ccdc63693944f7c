using System.Text.Json;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>Section 7.1.6 Errors: message, locations, path, extensions and nothing else.</summary>
internal static class ErrorWriter
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WritePropertyName("errors");
        WriteList(writer, errors);
    }

    public static void WriteList(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteStartArray();
        foreach (var error in errors) Write(writer, error);
        writer.WriteEndArray();
    }

    /// <summary>Writes a member of <c>extensions</c>; maps and lists may hold each other.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case int number: writer.WriteNumberValue(number); break;
            case IEnumerable<KeyValuePair<string, object?>> map: WriteMap(writer, map); break;
            case IEnumerable<object?> list: WriteList(writer, list); break;
            default: JsonSerializer.Serialize(writer, value, value.GetType()); break;
        }
    }

    private static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (error.Locations.Count > 0) WriteLocations(writer, error.Locations);
        if (error.Path is not null)
        {
            writer.WritePropertyName("path");
            WriteList(writer, error.Path);
        }
        writer.WriteStartObject("extensions");
        writer.WriteString("code", error.Code);
        if (error.Specification is not null) WriteSection(writer, error.Specification);
        if (error.Coordinate is not null) writer.WriteString("coordinate", error.Coordinate);
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            writer.WritePropertyName(key);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter writer, string heading)
    {
        var section = SpecificationSection.Find(heading);
        writer.WriteString("section", section?.Number ?? heading);
        if (section is { } known) writer.WriteString("specifiedBy", known.Address);
    }

    private static void WriteLocations(Utf8JsonWriter writer, IReadOnlyList<SourceLocation> locations)
    {
        writer.WriteStartArray("locations");
        foreach (var location in locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line", location.Line);
            writer.WriteNumber("column", location.Column);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<object?> list)
    {
        writer.WriteStartArray();
        foreach (var item in list) WriteValue(writer, item);
        writer.WriteEndArray();
    }
}
