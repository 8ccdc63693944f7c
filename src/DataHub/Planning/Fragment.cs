using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// A piece of SQL with the values it needs. It is made from interpolated strings whose holes take identifiers, other fragments and
/// values only: a value becomes a parameter, a plain string in a hole does not compile. It never changes; a fragment inside another one is
/// kept as it is, so that what was made once for many requests is not copied for each.
/// </summary>
public sealed class Fragment
{
    // Texts (string), values (SqlValue) and other fragments.
    private readonly object[] parts;
    private readonly int count;

    internal Fragment(object[] parts, int count) => (this.parts, this.count) = (parts, count);

    public static Fragment Empty { get; } = new([], 0);

    /// <summary>SQL from a literal with holes.</summary>
    public static Fragment Of(FragmentHandler handler) => handler.ToFragment();

    /// <summary>Fragments one behind the other with a constant text between them.</summary>
    public static Fragment Join([ConstantExpected] string separator, IEnumerable<Fragment> fragments)
    {
        var joined = new List<object>();
        foreach (var fragment in fragments)
        {
            if (joined.Count > 0) joined.Add(separator);
            joined.Add(fragment);
        }
        return new Fragment([.. joined], joined.Count);
    }

    public bool IsEmpty => count == 0;

    /// <summary>The same in one piece when it holds no values: for what is made once and used by many requests.</summary>
    public Fragment Frozen()
    {
        var (text, values) = ToStatement();
        return values.Count > 0 || count == 0 ? this : new Fragment([text], 1);
    }

    /// <summary>Text with $1, $2 … and the values in that order.</summary>
    public SqlStatement ToStatement(FieldSelection? field = null, Strategy strategy = default) => StatementWriter.Write(this, field, strategy);

    internal void WriteTo(StatementWriter writer)
    {
        for (var i = 0; i < count; i++)
        {
            switch (parts[i])
            {
                case string text: writer.Add(text); break;
                case Fragment fragment: fragment.WriteTo(writer); break;
                case SqlValue value: writer.Add(value); break;
            }
        }
    }
}

/// <summary>What an interpolated string may hold to be SQL.</summary>
[InterpolatedStringHandler]
public ref struct FragmentHandler
{
    private readonly object[] parts;
    private int count;

    public FragmentHandler(int literalLength, int formattedCount) => (_, parts) = (literalLength, new object[(formattedCount * 2) + 1]);

    public void AppendLiteral(string text) => parts[count++] = text;

    public void AppendFormatted(Identifier identifier) => parts[count++] = identifier.ToString();

    public void AppendFormatted(Fragment fragment) => parts[count++] = fragment;

    /// <summary>A number is written as it is: a page's size as a parameter would cost PostgreSQL its plan.</summary>
    public void AppendFormatted(int number) => parts[count++] = number.ToString(CultureInfo.InvariantCulture);

    public void AppendFormatted(SqlValue value) => parts[count++] = value;

    internal readonly Fragment ToFragment() => new(parts, count);
}
