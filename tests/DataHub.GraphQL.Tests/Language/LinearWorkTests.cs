using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Tests.Differential;
using DataHub.GraphQL.Tests.Validation;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Tests.Language;

/// <summary>
/// Four times the text costs four times the work, for texts that are read and for texts that are refused at their end. Work is counted in
/// bytes allocated, which are the same on every run: lists, strings, nodes and tables grow with what is done. The clock says nothing here.
/// </summary>
public sealed class LinearWorkTests
{
    private const int Times = 4;

    public static TheoryData<string, string, string> Texts => new()
    {
        { "{", "a ", "}" },
        { "{", "a:b(c:1)@d ", "}" },
        { "{", "...F ", "}" },
        { "{", "...{a}", "}" },
        { "{a(", "b:1 ", ")}" },
        { "{a(b:[", "1 ", "])}" },
        { "{a(b:{", "c:1 ", "})}" },
        { "{a(b:[", "[1]", "])}" },
        { "{a(b:\"", "x", "\")}" },
        { "{a(b:\"", "\\n", "\")}" },
        { "{a(b:\"", "\\u{1F600}", "\")}" },
        { "{a(b:\"", "\\u{0", "\")}" },
        { "{a(b:\"\\u{", "0", "41}\")}" },
        { "{a(b:\"\"\"", "x\n", "\"\"\")}" },
        { "{a(b:\"\"\"", "\\\"\"\"", "\"\"\")}" },
        { "{a(b:\"\"\"", " \n", "\"\"\")}" },
        { "{a(b:\"\"\"", "\"\"\\", "" },
        { "{a(b:", "9", ")}" },
        { "{a(b:1.", "9", "e1)}" },
        { "{", "a", "}" },
        { "", ",", "{a}" },
        { "", "#\n", "{a}" },
        { "#", "#", "\n{a}" },
        { "", "{a}", "" },
        { "", "fragment F on T{a}", "" },
        { "query(", "$a:T ", "){a}" },
        { "query", "@a", "{a}" },
        { "type T{", "a:T ", "}" },
        { "type T implements A", "&A", "" },
        { "union T=A", "|A", "" },
        { "directive @a on FIELD", "|FIELD", "" },
        { "enum E{", "A ", "}" },
        { "", "\"d\"type T ", "" },
        { "{a(b:\"", "x", "" },
        { "{a(b:\"\"\"", "\n", "" },
        { "{", "a\n", "" },
        { "", "\uFEFF", "" },
        { "", "}", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_are_read_in_linear_work(string before, string part, string after) =>
        AssertLinear(times => Read(before + Repeat(part, times) + after), 8_000);

    [Fact]
    public void Any_documents_are_read_in_linear_work()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var text = Printer.Print(new AnyNode(Runs.Seed + seed).Document()) + "\n";
            AssertLinear(times => Read(Repeat(text, times)), 20);
        }
    }

    [Theory]
    [InlineData("{dog{", "name ", "}}")]
    [InlineData("{", "dog{name}", "}")]
    [InlineData("{dog{", "...{name}", "}}")]
    [InlineData("{dog{", "... on Dog{name}", "}}")]
    [InlineData("{dog{", "...F ", "}}fragment F on Dog{name}")]
    [InlineData("query Q{dog{name}}", "fragment F on Dog{name}", "")]
    [InlineData("", "query Q{dog{name}}", "")]
    [InlineData("{dog{name(", "a:1 ", ")}}")]
    [InlineData("{dog{name", "@include(if:true)", "}}")]
    [InlineData("query Q(", "$a:Int ", "){dog{name}}")]
    [InlineData("{kurEligibility(input:{", "a:1 ", "})}")]
    [InlineData("{booleanList(booleanListArg:[", "true ", "])}")]
    [InlineData("subscription{", "newMessage{body}", "}")]
    public void Documents_are_validated_in_linear_work(string before, string part, string after) =>
        AssertLinear(times => Validate(Text.Document(before + Repeat(part, times) + after)), 2_000);

    [Fact]
    public void Any_document_is_validated_without_an_exception_and_with_few_errors()
    {
        for (var seed = 0; seed < Runs.Config.MaxTest / 20; seed++)
        {
            var random = new Random(Runs.SeedOf(seed));
            var document = new AnyDocument(ComparedSchema.Torture.Schema, random).Make();
            foreach (var way in Breakage.Ways.Values.Where(_ => random.OneIn(10)))
                document = way(new Breakage(document, ComparedSchema.Torture.Schema, random)) ?? document;
            Validate(document);
            Validate(new AnyNode(Runs.Seed + seed).Document());
            Assert.InRange(DocumentValidator.Validate(ComparedSchema.Torture.Schema, document).Count, 0, new ValidationOptions().MaxErrors);
        }
    }

    private static void Read(string text)
    {
        try
        {
            Parser.Parse(new Source(text), ParserOptions.Trusted);
        }
        catch (GraphQLException refused)
        {
            Assert.Equal(ErrorCodes.Syntax, Assert.Single(refused.Errors).Code);
        }
    }

    private static void Validate(DocumentNode document) =>
        Assert.InRange(DocumentValidator.Validate(Pets.Schema, document).Count, 0, new ValidationOptions().MaxErrors);

    private static void AssertLinear(Action<int> work, int times)
    {
        // What is made once, by code that runs for the first time, is no part of the work.
        work(times);
        var (once, more) = (Allocated(() => work(times)), Allocated(() => work(times * Times)));
        // A list that has just doubled may hold twice what it needs, at one size and not at the other.
        const double slack = 1.5;
        const int constant = 20_000;
        Assert.True(more <= once * Times * slack + constant, $"{once} bytes for one, {more} for {Times} times the text.");
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
