using DataHub.Access;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Tests.Access;

/// <summary>Conditions, orders and figures are as closed as what they tell of.</summary>
public sealed class InputGuardTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Contract.Sources());
    private static readonly AccessRules Rules = new(Schema);

    [Theory]
    [InlineData("PersonFilterInput", "Person.name", true)]
    [InlineData("PersonSortInput", "Person.name", true)]
    [InlineData("BusinessFilterInput", "Person.name", false)]
    [InlineData("CodeFilterInput", "Region.name", true)]
    [InlineData("CodeFilterInput", "Person.name", false)]
    [InlineData("KurLoanFilterInput", "KurLoan.plafon", true)]
    [InlineData("KurLoanListFilterInput", "KurLoan.plafon", false)]
    public void An_input_guards_fields_of_the_type_it_is_named_after_and_fields_open_to_all(string input, string field, bool guards) =>
        Assert.Equal(guards, Rules.Guards((InputObjectType)Schema.Type(input)!, Field(field)));

    [Theory]
    [InlineData("KurLoanConnection.sumPlafon", "KurLoan.plafon", true)]
    [InlineData("KurLoanConnection.totalCount", "KurLoan.plafon", false)]
    [InlineData("ListingConnection.sumSold", "Listing.sold", true)]
    [InlineData("ListingConnection.minPrice", "Listing.sold", false)]
    [InlineData("KurLoanConnection.totalCount", "Region.name", true)]
    public void A_field_is_as_closed_as_another_when_nobody_may_have_it_who_may_not_have_the_other(string field, string other, bool isAsClosed) =>
        Assert.Equal(isAsClosed, Rules.IsAsClosed(Field(field), Field(other)));

    [Fact]
    public void Every_figure_of_a_sensitive_field_is_marked_as_the_field_is()
    {
        var marked = 0;
        foreach (var connection in Schema.Types.OfType<ObjectType>().Where(t => t.Name.EndsWith("Connection", StringComparison.Ordinal)))
        {
            var rows = (ObjectType)connection.Field("nodes")!.Type.Named;
            foreach (var figure in connection.Fields.Where(f => f.Name[..3] is "sum" or "min" or "max"))
            {
                var told = rows.Field(char.ToLowerInvariant(figure.Name[3]) + figure.Name[4..])!;
                Assert.Equal(Sensitivity(told), Sensitivity(figure));
                if (Sensitivity(told) is not null) marked++;
            }
        }
        Assert.Equal(6, marked);
    }

    private static string? Sensitivity(FieldDefinition field) =>
        field.Directives.FirstOrDefault(d => d.Name == "sensitive") is { } mark ? $"{Word(mark, "kind")} {Word(mark, "redact")}" : null;

    private static string? Word(AppliedDirective mark, string argument) => (mark.Argument(argument) as EnumValueNode)?.Value;

    private static FieldDefinition Field(string coordinate) =>
        ((ObjectType)Schema.Type(coordinate.Split('.')[0])!).Field(coordinate.Split('.')[1])!;
}
