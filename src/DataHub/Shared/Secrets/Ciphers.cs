using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Shared.Secrets;

/// <summary>Reads encrypted columns in clear, for fields that only few may ask for.</summary>
internal static class Ciphers
{
    public static ResolvedField Read(Protector protector, RowSet rows, string column)
    {
        var ciphers = rows.Column<byte[]>(column);
        return ResolvedField.Leaf(new FunctionColumn<string>(rows.Count, row => protector.DecryptText(ciphers[row]), ciphers.IsNull));
    }
}
