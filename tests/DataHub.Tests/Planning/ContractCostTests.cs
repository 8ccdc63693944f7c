using System.Globalization;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Tests.Planning;

public sealed class ContractCostTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Contract.Sources());

    [Fact]
    public void Every_list_of_the_contract_says_how_long_it_can_be()
    {
        var sized = Fields().SelectMany(SizedFields).ToHashSet(StringComparer.Ordinal);
        var unsized = Fields()
            .Where(f => f.Type.Nullable is ListType && ListSize(f) is null && !sized.Contains(f.Coordinate))
            .Select(f => f.Coordinate);
        Assert.Empty(unsized);
    }

    [Fact]
    public void Every_connection_sizes_its_nodes_and_edges()
    {
        var connections = Fields().Where(f => f.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(connections);
        Assert.All(connections, f => Assert.Equal([$"{f.Type.Named.Name}.nodes", $"{f.Type.Named.Name}.edges"], SizedFields(f)));
    }

    [Fact]
    public void A_page_of_which_no_size_is_asked_is_assumed_as_long_as_it_can_be()
    {
        // A business has about one shop on each marketplace, and a product one offer in each shop: ten is more than there are.
        string[] few = ["Business.shops", "Product.listings"];
        var pages = Fields().Where(f => ListSize(f)?.Argument("sizedFields") is not null).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, f => Assert.Equal(
            few.Contains(f.Coordinate) ? 10 : PageRequest.DefaultSize,
            int.Parse(((IntValueNode)ListSize(f)!.Argument("assumedSize")!).Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_figure_of_a_whole_list_weighs_more_than_a_row()
    {
        string[] page = ["nodes", "edges", "pageInfo"];
        var figures = Fields().Where(f => f.Parent.Name.EndsWith("Connection", StringComparison.Ordinal) && !page.Contains(f.Name)).ToList();
        Assert.Contains(figures, f => f.Coordinate == "KurLoanConnection.sumPlafon");
        Assert.All(figures, f => Assert.True(Weight(f.Directives) >= 2, f.Coordinate));
    }

    [Fact]
    public void Every_condition_on_a_list_weighs_ten()
    {
        var lists = Inputs().Where(f => f.Type.Named.Name.EndsWith("ListFilterInput", StringComparison.Ordinal)).ToList();
        Assert.Equal(9, lists.Count);
        Assert.All(lists, f => Assert.Equal(10, Weight(f.Directives)));
    }

    [Fact]
    public void An_order_of_all_businesses_that_no_index_has_weighs_ten()
    {
        string[] indexed = ["name", "registeredOn", "nib"];
        var orders = ((InputObjectType)Schema.Type("BusinessSortInput")!).Fields;
        Assert.All(orders, f => Assert.Equal(indexed.Contains(f.Name) ? null : 10, Weight(f.Directives)));
    }

    private static IEnumerable<InputValueDefinition> Inputs() => Schema.Types.Where(t => !t.IsBuiltIn).OfType<InputObjectType>().SelectMany(t => t.Fields);

    private static double? Weight(IReadOnlyList<AppliedDirective> directives) =>
        directives.FirstOrDefault(d => d.Name == "cost")?.Argument("weight") is StringValueNode weight ? double.Parse(weight.Value, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<FieldDefinition> Fields() => Schema.Types.Where(t => !t.IsBuiltIn).OfType<FieldsType>().SelectMany(t => t.Fields);

    private static AppliedDirective? ListSize(FieldDefinition field) => field.Directives.FirstOrDefault(d => d.Name == "listSize");

    private static IEnumerable<string> SizedFields(FieldDefinition field) => ListSize(field)?.Argument("sizedFields") is ListValueNode names
        ? names.Values.Select(name => $"{field.Type.Named.Name}.{((StringValueNode)name).Value}")
        : [];
}
