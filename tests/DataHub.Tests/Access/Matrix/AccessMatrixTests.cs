using System.Text.RegularExpressions;
using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Access.Matrix;

/// <summary>Field by field, consumer by consumer, purpose by purpose: what the contract's text says is what the hub does.</summary>
public sealed class AccessMatrixTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string[] Texts = [.. Contract.Sources().Select(source => source.Text)];
    private static readonly AccessMatrix Matrix = AccessMatrix.Of(SchemaBuilder.Build(Contract.Sources()));

    [Fact]
    public void The_matrix_is_what_the_text_of_the_contract_says_cell_by_cell()
    {
        Assert.Equal(Matrix.Rows.Select(row => row.Coordinate).Order(StringComparer.Ordinal), new SdlReading(Texts).Coordinates.Order(StringComparer.Ordinal));
        Assert.Equal("", Difference(Expected(Texts, Matrix.Columns), Cells(Matrix)));
        Assert.True(Cells(Matrix).Count > 1_000, "The matrix says too little.");
    }

    [Fact]
    public void The_matrix_is_the_one_that_was_agreed() => GoldenFile.Match("matrix.md", Matrix.ToMarkdown());

    [Fact]
    public async Task The_hub_answers_each_cell_as_the_matrix_says()
    {
        var asked = 0;
        for (var column = 0; column < Matrix.Columns.Count; column++)
        {
            var caller = CallerOf(Matrix.Columns[column]);
            var paths = new DocumentPaths(hub.Hub.For(caller).Schema);
            foreach (var row in Matrix.Rows)
            {
                var field = FieldOf(hub.Hub.Schema, row.Coordinate);
                if (paths.Of(field) is not { } document)
                {
                    Assert.False(row.Cells[column].IsOpen && field.Parent is ObjectType, $"Nothing leads {Matrix.Columns[column]} to {row.Coordinate}.");
                    continue;
                }
                asked++;
                var answer = await hub.AskAsync(document, caller, explain: Explanation.Cost);
                var isUnknown = answer.Codes.Contains("GRAPHQL_VALIDATION_FAILED");
                Assert.True(row.Cells[column].IsOpen != isUnknown, $"{Matrix.Columns[column]} asked {document}: {answer}");
            }
        }
        Assert.True(asked > 1_200, $"Only {asked} cells were asked for.");
    }

    [Fact]
    public void A_pair_of_consumer_and_purpose_that_is_no_column_cannot_be_claimed()
    {
        var claimable = ConsumerKinds.All.SelectMany(kind => Purposes.ClaimableWith(kind.Scopes).Select(purpose => (kind.Kind, purpose)));
        Assert.Equal(claimable.Order(), Matrix.Columns.Select(column => (column.Kind.Kind, column.Purpose)).Order());
    }

    [Fact]
    public void Changing_one_directive_changes_exactly_the_cells_it_should()
    {
        var before = Cells(Matrix);
        var (changes, without) = (0, new List<string>());
        for (var file = 0; file < Texts.Length; file++)
        {
            foreach (Match directive in SdlReading.Access().Matches(Texts[file]))
            {
                foreach (var other in Mutations(directive.Value))
                {
                    string[] texts = [.. Texts];
                    texts[file] = Texts[file].Remove(directive.Index, directive.Length).Insert(directive.Index, other);
                    var after = Cells(AccessMatrix.Of(SchemaBuilder.Build(texts.Select((text, i) => new Source(text, $"{i}.graphql")))));
                    Assert.Equal("", Difference(Expected(texts, Matrix.Columns), after));
                    changes++;
                    if (after.SetEquals(before)) without.Add(other);
                }
            }
        }
        Assert.True(changes > 120, $"Only {changes} changes were tried.");
        Assert.True(without.Count < changes / 10, $"Of {changes} changes {without.Count} change nothing: {string.Join('\n', without)}");
    }

    // One that closes the element to all but owners, and one that closes it to all but universities.
    private static IEnumerable<string> Mutations(string directive)
    {
        yield return "@access(scopes: [SELF_READ], purposes: [SUBJECT_ACCESS]";
        if (!directive.Contains("consent", StringComparison.Ordinal)) yield return "@access(scopes: [RESEARCH_READ], purposes: [RESEARCH]";
    }

    private static SortedSet<string> Cells(AccessMatrix matrix) => new(
        from row in matrix.Rows
        from cell in row.Cells.Select((sight, column) => (Sight: sight, Column: matrix.Columns[column]))
        where cell.Sight.IsOpen
        select Cell(cell.Column, row.Coordinate, cell.Sight.Redaction?.ToString().ToUpperInvariant() ?? "yes"),
        StringComparer.Ordinal);

    private static SortedSet<string> Expected(IEnumerable<string> texts, IEnumerable<AccessColumn> columns)
    {
        var reading = new SdlReading(texts);
        return new(
            columns.SelectMany(column => reading.Seen(column.Kind.Scopes, column.Purpose).Select(seen => Cell(column, seen.Key, seen.Value))),
            StringComparer.Ordinal);
    }

    private static string Difference(SortedSet<string> expected, SortedSet<string> actual) =>
        string.Join("; ", expected.Except(actual).Select(cell => $"missing {cell}").Concat(actual.Except(expected).Select(cell => $"extra {cell}")));

    private static string Cell(AccessColumn column, string coordinate, string sight) => $"{coordinate} {column}: {sight}";

    private static Caller CallerOf(AccessColumn column) =>
        new("matrix", "matrix", null, column.Kind.Scopes, column.Purpose, column.Kind.Kind == ConsumerKind.Owner ? 1 : null);

    private static FieldDefinition FieldOf(Schema schema, string coordinate) =>
        ((FieldsType)schema.Type(coordinate.Split('.')[0])!).Field(coordinate.Split('.')[1])!;
}
