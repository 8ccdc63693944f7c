using System.Globalization;
using DataHub.GraphQL.Limits;

namespace DataHub.Api.Tests.Hosting;

public sealed class LimitsDocumentTests
{
    [Fact]
    public void The_operators_table_has_every_limit_with_its_default_and_code()
    {
        var rows = File.ReadLines(Path.Combine(Repository(), "docs", "limits.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1..4].Select(cell => cell.Trim(' ', '`')).ToArray());
        var defaults = new OperationLimits();
        Assert.Equal(
            LimitKinds.All.Select(k => $"{k.Setting} {k.In(defaults).Max.ToString(CultureInfo.InvariantCulture)} {k.Code}"),
            rows.Select(row => string.Join(' ', row)));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DataHub.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
