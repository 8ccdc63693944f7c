using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataHub.Bench.Executor;

/// <summary>Answers one field of one object; <paramref name="context"/> is null where the floor is bare.</summary>
internal delegate ValueTask<object?> ResolveOne(object parent, FieldContext? context);

/// <summary>What a resolver is told of its place: a path is needed for the errors of the answer.</summary>
internal sealed record FieldContext(PerField Field, object Parent, PathNode Path, CancellationToken Cancellation);

/// <summary>A response key or an index, linked to what is above it.</summary>
internal sealed record PathNode(PathNode? Above, object Segment);

/// <summary>A field as the floor plans it: parsing, validation and the choice of functions are done before the clock starts.</summary>
/// <param name="Key">The response key.</param>
/// <param name="Resolve">The field's resolver.</param>
/// <param name="Serialize">Result coercion of the field's scalar; null for a list of objects.</param>
/// <param name="IsNonNull">A null is an error.</param>
/// <param name="Below">What is asked of the objects of a list; null for a leaf.</param>
internal sealed record PerField(string Key, ResolveOne Resolve, Func<object, object>? Serialize, bool IsNonNull, PerField[]? Below);

/// <summary>
/// The floor of the executor's figure: one resolver call an object and field, its answer awaited and coerced, put into a map in response
/// order, and the map written as JSON. With contexts it knows where an error arose, as a server must; bare it does not, and is quicker than
/// any server that works so.
/// </summary>
internal sealed class PerFieldExecutor(PerField[] root, bool bare)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly List<(PathNode? Path, string Message)> errors = [];

    public async ValueTask ExecuteAsync(IBufferWriter<byte> output, CancellationToken cancellation)
    {
        errors.Clear();
        var data = await ObjectAsync(root, this, null, cancellation);
        if (errors.Count > 0) throw new InvalidOperationException(errors[0].Message);
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writer.WritePropertyName("data");
        Write(writer, data);
        writer.WriteEndObject();
    }

    private async ValueTask<KeyValuePair<string, object?>[]> ObjectAsync(
        PerField[] fields, object parent, PathNode? path, CancellationToken cancellation)
    {
        var map = new KeyValuePair<string, object?>[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var here = bare ? null : new PathNode(path, fields[i].Key);
            map[i] = new(fields[i].Key, await FieldAsync(fields[i], parent, here, cancellation));
        }
        return map;
    }

    private async ValueTask<object?> FieldAsync(PerField field, object parent, PathNode? path, CancellationToken cancellation)
    {
        try
        {
            var context = bare ? null : new FieldContext(field, parent, path!, cancellation);
            return await CompleteAsync(field, await field.Resolve(parent, context), path, cancellation);
        }
        catch (InvalidOperationException exception)
        {
            errors.Add((path, exception.Message));
            return null;
        }
    }

    private async ValueTask<object?> CompleteAsync(PerField field, object? value, PathNode? path, CancellationToken cancellation)
    {
        if (value is null) return field.IsNonNull ? throw new InvalidOperationException($"{field.Key} is null.") : null;
        if (field.Below is null) return field.Serialize!(value);
        var items = new List<object?>();
        foreach (var item in (IEnumerable<object>)value)
        {
            var here = bare ? null : new PathNode(path, items.Count);
            items.Add(await ObjectAsync(field.Below, item, here, cancellation));
        }
        return items;
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case int number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case List<object?> list: WriteList(writer, list); break;
            case KeyValuePair<string, object?>[] map: WriteMap(writer, map); break;
            default: throw new InvalidOperationException($"{value.GetType().Name} is not written.");
        }
    }

    private static void WriteList(Utf8JsonWriter writer, List<object?> list)
    {
        writer.WriteStartArray();
        foreach (var item in list) Write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, KeyValuePair<string, object?>[] map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            Write(writer, value);
        }
        writer.WriteEndObject();
    }
}
