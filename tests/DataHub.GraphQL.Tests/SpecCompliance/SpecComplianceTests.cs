using System.Reflection;

namespace DataHub.GraphQL.Tests.SpecCompliance;

/// <summary>Every section of the specification has its class of tests, every algorithm a test in it.</summary>
public sealed class SpecComplianceTests
{
    /// <summary>Sections without a class of tests, with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = [];

    private const string List = """
        # two sections
        9 Books (no rules)
        9.1 Shelves, and Rows
          IsFull()
          Order of Rows
        """;

    private static readonly IReadOnlyList<SpecificationEntry> Books = SpecificationList.Read(List);

    [Fact]
    public void Every_section_and_every_algorithm_of_the_specification_is_tested()
    {
        var types = Assembly.GetExecutingAssembly().GetTypes();
        var problems = ComplianceCheck.Problems(SpecificationList.September2025, types, Exceptions);
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    [Fact]
    public void The_list_holds_the_whole_specification()
    {
        var list = SpecificationList.September2025;
        Assert.Equal("1 2 3 4 5 6 7", string.Join(' ', list.Select(e => e.Number).Where(n => !n.Contains('.', StringComparison.Ordinal))));
        Assert.Equal(list.Count, list.Select(e => e.ClassName).Distinct(StringComparer.Ordinal).Count());
        Assert.All(list, (entry, index) => Assert.True(index == 0 || Follows(list[index - 1].Number, entry.Number), entry.Number));
        Assert.All(list.Where(e => !e.HasRules), e => Assert.Empty(e.Parts));
    }

    [Fact]
    public void A_section_without_its_class_is_a_problem()
    {
        Assert.Equal(["9.1 Shelves, and Rows has no class Section_9_1_ShelvesAndRowsTests"], Problems());
        Assert.Equal([], ComplianceCheck.Problems(Books, [], new Dictionary<string, string> { ["9.1"] = "no shelves yet" }));
    }

    [Fact]
    public void A_class_without_tests_of_the_algorithms_is_a_problem()
    {
        string[] expected =
        [
            "Section_9_1_ShelvesAndRowsTests has no test",
            "Section_9_1_ShelvesAndRowsTests has no test of IsFull()",
            "Section_9_1_ShelvesAndRowsTests has no test of Order of Rows",
        ];
        Assert.Equal(expected, Problems(Made("Section_9_1_ShelvesAndRowsTests", typeof(WithoutTests))));
        string[] partly =
        [
            "Section_9_1_ShelvesAndRowsTests has no test of Order of Rows",
            "Section_9_1_ShelvesAndRowsTests specifies IsEmpty(), which is no part of its section",
        ];
        Assert.Equal(partly, Problems(Made("Section_9_1_ShelvesAndRowsTests", typeof(WithSomeTests))));
        Assert.Equal([], Problems(Made("Section_9_1_ShelvesAndRowsTests", typeof(WithAllTests))));
    }

    [Fact]
    public void A_class_that_names_no_section_is_a_problem() => Assert.Equal(
        ["Section_9_2_BoxesTests names no section of the specification"],
        Problems(Made("Section_9_1_ShelvesAndRowsTests", typeof(WithAllTests)), Made("Section_9_2_BoxesTests", typeof(WithAllTests))));

    [Fact]
    public void An_exception_that_is_not_needed_or_says_nothing_is_a_problem()
    {
        var made = Made("Section_9_1_ShelvesAndRowsTests", typeof(WithAllTests));
        var exceptions = new Dictionary<string, string> { ["9.1"] = " ", ["9.9"] = "?" };
        string[] expected =
        [
            "9.1 Shelves, and Rows is an exception but has its class",
            "the exception of 9.1 has no reason",
            "the exception of 9.9 names no section of the specification",
        ];
        Assert.Equal(expected, ComplianceCheck.Problems(Books, [made], exceptions));
    }

    private static IReadOnlyList<string> Problems(params Type[] types) =>
        ComplianceCheck.Problems(Books, types, new Dictionary<string, string>());

    private static TypeNamed Made(string name, Type type) => new(name, type);

    /// <summary>5.2 follows 5.1 and 5.1.4, 5.2.1 follows 5.2.</summary>
    private static bool Follows(string before, string number)
    {
        int[] Parts(string text) => [.. text.Split('.').Select(int.Parse)];
        var (last, next) = (Parts(before), Parts(number));
        if (next.Length > last.Length + 1) return false;
        var same = next.Length - 1;
        return next.Take(same).SequenceEqual(last.Take(same)) && next[same] == (next.Length > last.Length ? 1 : last[same] + 1);
    }

    /// <summary>A type under another name.</summary>
    private sealed class TypeNamed(string name, Type type) : TypeDelegator(type)
    {
        public override string Name => name;

        protected override TypeAttributes GetAttributeFlagsImpl() => TypeAttributes.Public;

        public override Type? DeclaringType => null;
    }

#pragma warning disable xUnit1000 // these classes of tests are examples for the check, not to be run
    private sealed class WithoutTests;

    private sealed class WithSomeTests
    {
        [Fact]
        [Specifies("IsFull()")]
        [Specifies("IsEmpty()")]
        public void One() => Assert.NotNull(this);

        [Fact(Skip = "skipped tests prove nothing")]
        [Specifies("Order of Rows")]
        public void Skipped() => Assert.NotNull(this);
    }

    private sealed class WithAllTests
    {
        [Fact]
        [Specifies("IsFull()")]
        [Specifies("Order of Rows")]
        public void All() => Assert.NotNull(this);
    }
#pragma warning restore xUnit1000
}
