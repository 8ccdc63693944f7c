using System.Text.Json;

namespace DataHub.GraphQL.Types.Codecs;

/// <summary>The writers of a codec by the CLR type of what they write.</summary>
internal sealed class WriterTable
{
    private readonly Dictionary<Type, Delegate> writers = [];

    /// <summary>Adds a writer; <paramref name="fits"/> null means that every value is inside the scalar's range.</summary>
    public WriterTable With<T>(Action<Utf8JsonWriter, T> write, Func<T, bool>? fits = null)
    {
        writers[typeof(T)] = new ScalarWriter<T>((writer, value) =>
        {
            if (fits is not null && !fits(value)) return false;
            if (writer is not null) write(writer, value);
            return true;
        });
        return this;
    }

    /// <summary>Null when there is no writer for that type.</summary>
    public ScalarWriter<T>? For<T>() => (ScalarWriter<T>?)writers.GetValueOrDefault(typeof(T));
}
