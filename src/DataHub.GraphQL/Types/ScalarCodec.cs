using System.Text.Json;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types;

/// <summary>
/// What a scalar's values are: how a literal and a JSON value become a C# value (section 3.5 Input Coercion) and how C# values
/// become JSON (Result Coercion).
/// </summary>
public abstract class ScalarCodec
{
    /// <summary>Takes any literal and any JSON value; what a custom scalar does until the host gives it a codec.</summary>
    public static ScalarCodec Any { get; } = new AnyCodec();

    /// <summary>
    /// Coerces a literal (never a variable, never null). On failure returns false with a reason that says what is expected
    /// and does not repeat the value: "NIB must be 13 digits".
    /// </summary>
    public abstract bool TryReadLiteral(ValueNode literal, out object? value, out string? problem);

    /// <summary>Coerces a JSON value of a variable (never JSON null). Same contract.</summary>
    public abstract bool TryReadJson(JsonElement json, out object? value, out string? problem);

    /// <summary>
    /// The writer for values of CLR type <typeparamref name="T"/>; null when the scalar has no representation for that type, which the
    /// binding check reports at start-up. Asked once per column, never per value.
    /// </summary>
    public abstract ScalarWriter<T>? WriterFor<T>();

    /// <summary>Bytes that a <see cref="ScalarFormat{T}"/> has at least.</summary>
    public const int LongestFormat = 64;

    /// <summary>A shorter way than <see cref="WriterFor{T}"/>, for scalars that represent every value of the type; null: there is none.</summary>
    public virtual ScalarFormat<T>? FormatFor<T>() => null;

    /// <summary>True when a <see cref="string"/> is written as the text that it is.</summary>
    public virtual bool WritesTextAsIs => false;

    /// <summary>How a column is written; null where <see cref="WriterFor{T}"/> is. It writes what that writes, by a shorter way.</summary>
    internal virtual LeafOutput? OutputOf<T>(Column<T> column)
    {
        if (WritesTextAsIs && column is Column<string> texts) return TextOutput.Of(texts);
        if (FormatFor<T>() is { } format) return new LeafOutput<T, FormatLeaf<T>>(column, new(format));
        return WriterFor<T>() is { } write ? new LeafOutput<T, CodecLeaf<T>>(column, new(write)) : null;
    }
}

/// <summary>
/// Writes one value; returns false (writing nothing) when the value is outside the scalar's range, such as 2^40 for Int:
/// that is a field error (section 6.4.3 Value Completion).
/// With <paramref name="writer"/> null it only checks.
/// </summary>
public delegate bool ScalarWriter<in T>(Utf8JsonWriter? writer, T value);
