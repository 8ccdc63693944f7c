using System.Globalization;
using System.Text;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Tests.Validation;

/// <summary>Documents that a pairwise, recursive or unremembering algorithm would not come through. They only have to finish.</summary>
public sealed class HostileDocumentTests
{
    [Fact]
    public void Repeated_fields_are_valid() => ExpectValid($"{{ {Repeat(20_000, _ => "__typename ")} }}");

    [Fact]
    public void Repeated_fields_with_selections_are_valid() =>
        ExpectValid($"{{ {Repeat(20_000, i => $"business(nib: \"9120001234567\") {{ a{i}: name }} ")} }}");

    [Fact]
    public void Repeated_conflicting_fields_stop_at_the_wanted_number_of_errors() =>
        Assert.Equal(50, Errors($"{{ dog {{ {Repeat(20_000, i => i % 2 == 0 ? "x: name " : "x: nickname ")} }} }}").Count);

    [Fact]
    public void Thousands_of_aliases_are_valid() =>
        ExpectValid($"{{ {Repeat(30_000, i => $"a{i}: dog {{ name }} ")} }}");

    [Fact]
    public void Thousands_of_inline_fragments_on_two_types_are_valid() =>
        ExpectValid($"{{ pet {{ {Repeat(10_000, _ => "... on Dog { x: barkVolume } ... on Cat { x: meowVolume } ")} }} }}");

    [Theory]
    [InlineData("...f{0} ...f{0}")]
    [InlineData("self {{ ...f{0} }} self {{ ...f{0} }}")]
    [InlineData("self {{ ...f{0} }} other {{ ...f{0} }}")]
    [InlineData("a: self {{ ...f{0} }} b: self {{ ...f{0} }} c: other {{ ...f{0} }}")]
    [InlineData("a: self {{ ...f{0} x: self {{ ...f{0} }} }} b: self {{ ...f{0} }}")]
    public void Spread_bomb_of_2_to_60_is_valid(string body) => ExpectValid(Bomb(60, body));

    [Fact]
    public void Conflict_at_the_bottom_of_a_spread_bomb_is_found()
    {
        var document = Bomb(60, "a: self {{ ...f{0} }} b: self {{ ...f{0} }}", "x: name x: __typename");
        var error = Assert.Single(Errors(document));
        Assert.Equal("5.3.2 Field Selection Merging", error.Specification);
    }

    [Fact]
    public void Long_chain_of_fragments_is_valid() => ExpectValid(Bomb(10_000, "...f{0}"));

    [Fact]
    public void Long_chain_of_fragments_through_fields_is_valid() => ExpectValid(Bomb(10_000, "name self {{ ...f{0} }}"));

    [Fact]
    public void Long_chain_of_fragments_with_variables_is_valid() => ExpectValid(
        Bomb(5_000, "name @include(if: $x) ...f{0}").Replace("query", "query($x: Boolean!)", StringComparison.Ordinal));

    [Fact]
    public void Long_chain_of_unused_fragments_is_reported_once()
    {
        var chain = Repeat(5_000, i => $"fragment f{5_000 - i} on Business {{ name ...f{5_001 - i} }} ");
        var error = Assert.Single(Errors($"{{ dog {{ name }} }} fragment f5001 on Business {{ name }} {chain}"));
        Assert.Equal("Fragment \"f1\" is never used.", error.Message);
    }

    [Fact]
    public void Long_cycle_of_fragments_is_reported_briefly()
    {
        var document = Bomb(10_000, "self {{ ...f{0} }}", "self { ...f0 }");
        var error = Assert.Single(Errors(document));
        Assert.Equal("5.5.2.2 Fragment Spreads Must Not Form Cycles", error.Specification);
        Assert.Equal(8, error.Locations.Count);
        Assert.True(error.Message.Length < 200, error.Message);
    }

    [Fact]
    public void Fragments_that_all_spread_each_other_are_reported()
    {
        var all = Repeat(100, i => $"...f{i} ");
        var fragments = Repeat(100, i => $"fragment f{i} on Business {{ self {{ {all} }} }} ");
        var errors = Errors($"{{ business(nib: \"9120001234567\") {{ {all} }} }} {fragments}");
        Assert.Equal(50, errors.Count);
        Assert.All(errors, e => Assert.Equal("5.5.2.2 Fragment Spreads Must Not Form Cycles", e.Specification));
    }

    [Fact]
    public void Combinations_without_end_are_refused()
    {
        // Level by level, f and g are merged in other combinations: 2^n sets of selection sets for n levels.
        var fragments = Repeat(60, level => Repeat(30, step => Tail(level, step)) + Head(level));
        var bottom = "fragment f60 on Business { name }";
        var error = Assert.Single(Errors($"{{ business(nib: \"9120001234567\") {{ ...f0 }} }} {fragments} {bottom}"));
        Assert.Equal("5.3.2 Field Selection Merging", error.Specification);
        Assert.Contains("more combinations than are checked", error.Message, StringComparison.Ordinal);

        static string Head(int level) =>
            $"fragment f{level} on Business {{ name self {{ ...f{level + 1} ...g{level}x0 }} other {{ ...f{level + 1} }} }} ";

        static string Tail(int level, int step)
        {
            var next = step < 29 ? $"...g{level}x{step + 1}" : "name";
            return $"fragment g{level}x{step} on Business {{ self {{ {next} }} other {{ {next} }} }} ";
        }
    }

    [Fact]
    public void Combinations_without_end_on_an_interface_are_refused()
    {
        // Each row of selections is on the interface but for one level, so that every level doubles the sets that one object may have.
        var rows = Repeat(25, row => Row(row, "Person") + Row(row, "Firm"));
        var error = Assert.Single(Errors($"{{ actor {{ {rows} }} }}"));
        Assert.Equal("5.3.2 Field Selection Merging", error.Specification);
        Assert.Contains("more combinations than are checked", error.Message, StringComparison.Ordinal);

        static string Row(int special, string type) =>
            Repeat(25, level => Level(level == special ? type : "Actor")) + "name" + Repeat(25, _ => " } }");

        static string Level(string type) => $"... on {type} {{ partner {{ ";
    }

    [Fact]
    public void Many_operations_over_many_fragments_are_refused()
    {
        var operations = Repeat(5_000, i => $"query q{i} {{ business(nib: \"9120001234567\") {{ ...f0 }} }} ");
        var fragments = Bomb(5_000, "...f{0}");
        var error = Assert.Single(Errors(operations + fragments[fragments.IndexOf("fragment", StringComparison.Ordinal)..]));
        Assert.Contains("spread its fragments too often", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_operations_over_one_fragment_are_valid() => ExpectValid(
        Repeat(5_000, i => $"query q{i} {{ dog {{ ...f }} }} ") + "fragment f on Dog { name }");

    [Fact]
    public void Large_arguments_of_repeated_fields_are_compared_once()
    {
        var value = $"[{Repeat(2_000, i => $"{{ a: {i} }} ")}]";
        ExpectValid(Bomb(200, "self {{ ...f{0} }} other {{ ...f{0} }}", "name")
            .Replace("query {", $"query {{ anything(value: {value}) anything(value: {value}) ", StringComparison.Ordinal));
    }

    [Fact]
    public void Deep_nesting_up_to_the_limit_of_the_parser_is_valid()
    {
        var fields = $"{Repeat(190, _ => "self { ")} name {Repeat(190, _ => "} ")}";
        ExpectValid($"{{ business(nib: \"9120001234567\") {{ {fields} }} anything(value: {new string('[', 190)}{new string(']', 190)}) }}");
    }

    [Fact]
    public void Thousands_of_variables_and_uses_are_valid() => ExpectValid(
        $"query ({Repeat(10_000, i => $"$v{i}: Int ")}) {{ anything(value: [{Repeat(10_000, i => $"$v{i} ")}]) }}");

    [Fact]
    public void Thousands_of_directives_are_judged() =>
        Assert.Equal(50, Errors($"{{ dog {Repeat(20_000, _ => "@once ")} {{ name }} }}").Count);

    private static IReadOnlyList<GraphQLError> Errors(string document) => RuleTests.Errors(document, options: new ValidationOptions());

    private static void ExpectValid(string document) => Assert.Empty(Errors(document));

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    /// <summary>
    /// Fragments f0, f1 … on Business, each with <paramref name="body"/> where {0} is the number of the next; the last has the bottom.
    /// </summary>
    private static string Bomb(int length, string body, string bottom = "name")
    {
        var format = CompositeFormat.Parse(body);
        string Next(int i) => string.Format(CultureInfo.InvariantCulture, format, i + 1);
        var fragments = Repeat(length, i => $"fragment f{i} on Business {{ {Next(i)} }} ");
        return $"query {{ business(nib: \"9120001234567\") {{ ...f0 }} }} {fragments} fragment f{length} on Business {{ {bottom} }}";
    }
}
