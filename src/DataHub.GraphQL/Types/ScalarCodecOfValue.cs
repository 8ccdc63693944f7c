using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Codecs;

namespace DataHub.GraphQL.Types;

/// <summary>
/// A custom scalar that is a string in JSON and in literals, and a <typeparamref name="TValue"/> in C#. What remains to be said is
/// how the text is read, how it is written, and what to tell a client whose text is none.
/// </summary>
public abstract class ScalarCodec<TValue> : ScalarCodec
    where TValue : notnull
{
    /// <summary>What a value must be, as a sentence without its full stop: "NIB must be a string of 13 digits".</summary>
    protected abstract string Expectation { get; }

    /// <summary>Reads a text; false when it is no value of the scalar. Never throws.</summary>
    protected abstract bool TryParse(string text, [MaybeNullWhen(false)] out TValue value);

    /// <summary>
    /// Writes the text that <see cref="TryParse"/> reads; false, writing nothing, when the value is outside the scalar's range.
    /// </summary>
    protected abstract bool TryFormat(TValue value, [MaybeNullWhen(false)] out string text);

    public sealed override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem) =>
        TryRead((literal as StringValueNode)?.Value, out value, out problem);

    public sealed override bool TryReadJson(JsonElement json, out object? value, out string? problem) =>
        TryRead(JsonText.TryGet(json, out var text) ? text : null, out value, out problem);

    public override ScalarWriter<T>? WriterFor<T>() => (object)(ScalarWriter<TValue>)Write as ScalarWriter<T>;

    private bool TryRead(string? text, out object? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (text is not null && TryParse(text, out var parsed))
            value = parsed;
        else
            problem = Expectation;
        return problem is null;
    }

    private bool Write(Utf8JsonWriter? writer, TValue value)
    {
        if (!TryFormat(value, out var text)) return false;
        writer?.WriteStringValue(text);
        return true;
    }
}
