namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_2_2_SerializedMapOrderingTests
{
    private sealed record Person(string Name, int Age);

    private static TestHub Hub() => new TestHub("type Query { person: Person, n: Int } type Person { name: String, age: Int }")
        .Value("Query.person", new Person("Mark", 30)).Value("Query.n", 1);

    [Theory]
    [InlineData("{ person { name age } }", """{"person":{"name":"Mark","age":30}}""")]
    [InlineData("{ person { age name } }", """{"person":{"age":30,"name":"Mark"}}""")]
    [InlineData("{ n person { ...F name } } fragment F on Person { age }", """{"n":1,"person":{"age":30,"name":"Mark"}}""")]
    [InlineData("{ person { name } n person { age } }", """{"person":{"name":"Mark","age":30},"n":1}""")]
    [InlineData("{ person { z: age a: name } }", """{"person":{"z":30,"a":"Mark"}}""")]
    public async Task Entries_are_written_in_the_order_the_fields_were_asked(string text, string data) =>
        Assert.Equal(data, await Hub().DataAsync(text));
}
