using System.Text;

namespace DataHub.GraphQL.Execution;

/// <summary>A column of text that lies in memory as UTF-8, and is copied into the answer as such; a string is made when one is asked for.</summary>
public abstract class Utf8Column : Column<string>
{
    /// <summary>The text of a row that is not null: valid UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Utf8(int row);

    /// <summary>False when it is known that no row is null.</summary>
    public virtual bool MayHaveNulls => true;

    public sealed override string this[int row] => IsNull(row) ? null! : Encoding.UTF8.GetString(Utf8(row));
}
