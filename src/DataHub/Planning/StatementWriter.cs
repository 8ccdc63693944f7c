using System.Globalization;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Puts a statement's text together, and its values in the order of their parameters.</summary>
internal sealed class StatementWriter
{
    [ThreadStatic]
    private static StatementWriter? spare;

    private readonly List<SqlValue> values = [];
    private char[] text = new char[4096];
    private int length;

    public static SqlStatement Write(Fragment fragment, FieldSelection? field, Strategy strategy)
    {
        var writer = spare ?? new StatementWriter();
        spare = null;
        fragment.WriteTo(writer);
        var shared = StatementTexts.Shared(writer.text.AsSpan(0, writer.length));
        var statement = new SqlStatement(shared.Text, [.. writer.values])
        {
            Field = field,
            Strategy = strategy,
            HasRowsOfOrganisations = shared.HasRowsOfOrganisations,
        };
        writer.values.Clear();
        writer.length = 0;
        spare = writer;
        return statement;
    }

    public void Add(string part)
    {
        if (text.Length - length < part.Length) Array.Resize(ref text, Math.Max(text.Length * 2, length + part.Length));
        part.CopyTo(text.AsSpan(length));
        length += part.Length;
    }

    public void Add(SqlValue value)
    {
        // What is the caller's own may stand at many places, and is sent once.
        var place = value.IsOfCaller ? values.FindIndex(known => ReferenceEquals(known, value)) : -1;
        if (place < 0)
        {
            values.Add(value);
            place = values.Count - 1;
        }
        Add("$");
        Add((place + 1).ToString(CultureInfo.InvariantCulture));
    }
}
