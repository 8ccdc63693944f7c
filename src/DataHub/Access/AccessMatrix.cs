using System.Text;
using DataHub.GraphQL.Types;

namespace DataHub.Access;

/// <summary>
/// Who sees what of the contract: for each field, each kind of consumer with all the scopes that its clients may hold, and each purpose
/// that these let it claim. Made from the contract alone, as the views are.
/// </summary>
public sealed class AccessMatrix
{
    private readonly List<AccessRow> rows = [];

    private AccessMatrix(IReadOnlyList<AccessColumn> columns) => Columns = columns;

    /// <summary>Kinds of consumers with the purposes that they may claim; any other pair is refused whatever is asked.</summary>
    public IReadOnlyList<AccessColumn> Columns { get; }

    /// <summary>All fields of objects and interfaces, by coordinate.</summary>
    public IReadOnlyList<AccessRow> Rows => rows;

    /// <summary>The matrix of a contract.</summary>
    public static AccessMatrix Of(Schema schema)
    {
        AccessColumn[] columns =
        [
            .. from kind in ConsumerKinds.All
               from purpose in Purposes.ClaimableWith(kind.Scopes)
               orderby kind.Kind, purpose == kind.Purpose descending
               select new AccessColumn(kind, purpose),
        ];
        var rules = new AccessRules(schema);
        var rights = columns.Select(column => new ViewRights(rules, column.Kind.Scopes, column.Purpose)).ToArray();
        var contents = rights.Select(held => new ViewContents(schema, held)).ToArray();
        var matrix = new AccessMatrix(columns);
        var fields = schema.Types.OfType<FieldsType>().Where(type => !type.IsBuiltIn).SelectMany(type => type.Fields);
        matrix.rows.AddRange(fields.OrderBy(field => field.Coordinate, StringComparer.Ordinal).Select(Row));
        return matrix;

        AccessRow Row(FieldDefinition field) => new(
            field.Coordinate, [.. contents.Zip(rights, (content, held) => content.Sees(field) ? held.Sees(field) : Sight.None)]);
    }

    /// <summary>
    /// As a table of Markdown: yes, or the form in which the value is seen, and whether that takes consent; nothing where the field is not there.
    /// </summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| field |");
        foreach (var column in Columns) text.Append(' ').Append(column).Append(" |");
        text.Append("\n|---|").Insert(text.Length, ":-:|", Columns.Count).Append('\n');
        foreach (var row in rows)
        {
            text.Append("| ").Append(row.Coordinate).Append(" |");
            foreach (var cell in row.Cells) text.Append(' ').Append(Text(cell)).Append(" |");
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Text(Sight cell)
    {
        if (!cell.IsOpen) return "";
        var form = cell.Redaction?.ToString().ToUpperInvariant() ?? "yes";
        return cell.NeedsConsent ? $"{form} by consent" : form;
    }
}

/// <summary>A kind of consumer that asks for a purpose.</summary>
public sealed record AccessColumn(ConsumerKinds Kind, string Purpose)
{
    public override string ToString() =>
        Purpose == Kind.Purpose ? Kind.Kind.ToString().ToUpperInvariant() : $"{Kind.Kind.ToString().ToUpperInvariant()} for {Purpose}";
}

/// <summary>Who sees a field, in the order of the matrix's columns.</summary>
public sealed record AccessRow(string Coordinate, IReadOnlyList<Sight> Cells);
