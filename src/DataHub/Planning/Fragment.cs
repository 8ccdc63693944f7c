using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataHub.Planning;

/// <summary>
/// A piece of SQL with the values it needs. It is made from interpolated strings whose holes take identifiers, other fragments and
/// values only: a value becomes a parameter, a plain string in a hole does not compile.
/// </summary>
public sealed class Fragment
{
    private readonly List<Part> parts = [];

    private readonly record struct Part(string? Text, SqlValue? Value);

    public static Fragment Empty { get; } = new();

    /// <summary>SQL from a literal with holes.</summary>
    public static Fragment Of(FragmentHandler handler) => handler.Fragment;

    /// <summary>Fragments one behind the other with a constant text between them.</summary>
    public static Fragment Join([ConstantExpected] string separator, IEnumerable<Fragment> fragments)
    {
        var joined = new Fragment();
        foreach (var fragment in fragments)
        {
            if (joined.parts.Count > 0) joined.Add(separator);
            joined.Add(fragment);
        }
        return joined;
    }

    public bool IsEmpty => parts.Count == 0;

    /// <summary>Text with $1, $2 … and the values in that order.</summary>
    public SqlStatement ToStatement()
    {
        var text = new StringBuilder();
        var values = new List<SqlValue>();
        foreach (var part in parts)
        {
            if (part.Value is { } value)
            {
                values.Add(value);
                text.Append('$').Append(values.Count);
            }
            else
            {
                text.Append(part.Text);
            }
        }
        return new SqlStatement(text.ToString(), values);
    }

    internal void Add(string text) => parts.Add(new Part(text, null));

    internal void Add(SqlValue value) => parts.Add(new Part(null, value));

    internal void Add(Fragment fragment) => parts.AddRange(fragment.parts);
}

/// <summary>What an interpolated string may hold to be SQL.</summary>
[InterpolatedStringHandler]
public readonly ref struct FragmentHandler
{
    public FragmentHandler(int literalLength, int formattedCount) => (_, _, Fragment) = (literalLength, formattedCount, new Fragment());

    internal Fragment Fragment { get; }

    public void AppendLiteral(string text) => Fragment.Add(text);

    public void AppendFormatted(Identifier identifier) => Fragment.Add(identifier.ToString());

    public void AppendFormatted(Fragment fragment) => Fragment.Add(fragment);

    /// <summary>A number is written as it is: a page's size as a parameter would cost PostgreSQL its plan.</summary>
    public void AppendFormatted(int number) => Fragment.Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void AppendFormatted(SqlValue value) => Fragment.Add(value);
}
