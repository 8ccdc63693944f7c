using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class PairwiseMergingTests
{
    [Fact]
    public void Merging_by_groups_judges_as_the_pairwise_algorithm_of_the_specification()
    {
        var valid = 0;
        const int documents = 1000;
        for (var seed = 0; seed < documents; seed++)
        {
            var text = new RandomDocument(seed).Text();
            var expected = new PairwiseMerging(Pets.Schema, Parser.Parse(new Source(text))).EverySetCanMerge();
            var conflicts = RuleTests.Errors(text).Where(e => e.Specification == "5.3.2 Field Selection Merging").ToList();
            Assert.True(expected == (conflicts.Count == 0), $"{(expected ? "can" : "cannot")} merge: {text}");
            if (expected) valid++;
        }
        Assert.InRange(valid, documents / 10, documents * 9 / 10);
    }
}
