using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class SpecifiedRulesTests
{
    // The innermost headings of section 5 that hold a formal specification, in order:
    // https://spec.graphql.org/September2025/#sec-Validation
    internal static readonly string[] Headings =
    [
        "5.1.1 Executable Definitions",
        "5.2.1.1 Operation Type Existence",
        "5.2.2.1 Operation Name Uniqueness",
        "5.2.3.1 Lone Anonymous Operation",
        "5.2.4.1 Single Root Field",
        "5.3.1 Field Selections",
        "5.3.2 Field Selection Merging",
        "5.3.3 Leaf Field Selections",
        "5.4.1 Argument Names",
        "5.4.2 Argument Uniqueness",
        "5.4.3 Required Arguments",
        "5.5.1.1 Fragment Name Uniqueness",
        "5.5.1.2 Fragment Spread Type Existence",
        "5.5.1.3 Fragments on Object, Interface or Union Types",
        "5.5.1.4 Fragments Must Be Used",
        "5.5.2.1 Fragment Spread Target Defined",
        "5.5.2.2 Fragment Spreads Must Not Form Cycles",
        "5.5.2.3 Fragment Spread Is Possible",
        "5.6.1 Values of Correct Type",
        "5.6.2 Input Object Field Names",
        "5.6.3 Input Object Field Uniqueness",
        "5.6.4 Input Object Required Fields",
        "5.7.1 Directives Are Defined",
        "5.7.2 Directives Are in Valid Locations",
        "5.7.3 Directives Are Unique per Location",
        "5.8.1 Variable Uniqueness",
        "5.8.2 Variables Are Input Types",
        "5.8.3 All Variable Uses Defined",
        "5.8.4 All Variables Used",
        "5.8.5 All Variable Usages Are Allowed",
    ];

    private static readonly List<ValidationRule> Rules = [.. SpecifiedRules.All.Select(create => create(Empty()))];

    [Fact]
    public void There_is_one_rule_for_each_heading_in_the_order_of_the_section() =>
        Assert.Equal(Headings, Rules.Select(r => r.Specification));

    [Fact]
    public void A_rule_is_named_as_its_heading() => Assert.All(Rules, rule =>
    {
        var title = rule.Specification[(rule.Specification.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var words = title.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal($"{words}Rule", rule.GetType().Name, ignoreCase: true);
    });

    [Fact]
    public void Every_rule_of_the_engine_is_in_the_list() => Assert.Equal(
        typeof(ValidationRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ValidationRule))).Select(t => t.Name).Order(),
        Rules.Concat(SpecifiedRules.Incremental.Select(create => create(Empty()))).Select(r => r.GetType().Name).Order());

    [Fact]
    public void Every_rule_has_a_class_of_tests()
    {
        var tests = typeof(RuleTests).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RuleTests))).Select(t => t.Name);
        var expected = SpecificationList.September2025.Where(e => Headings.Contains($"{e.Number} {e.Title}")).Select(e => e.ClassName);
        Assert.Equal(expected.Order(StringComparer.Ordinal), tests.Order(StringComparer.Ordinal));
    }

    private static ValidationContext Empty() => new(Pets.Schema, new DocumentNode([]), new ValidationOptions());
}
