using DataHub.Tests.Differential.Naive;
using DataHub.Tests.Differential.Questions;
using DataHub.Tests.Differential.Rows;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace DataHub.Tests.Differential;

/// <summary>Whatever is asked, hub and naive evaluator answer alike.</summary>
public sealed class RandomAgreementTests(NastyFixture hub, ITestOutputHelper output) : IClassFixture<NastyFixture>
{
    private readonly Asking asking = new(hub);

    [Fact]
    public void Random_questions_have_the_naive_answer()
    {
        Check(seed => new QuestionMaker(asking.View, seed).Make(), few: 300, many: 1_200);
        TellMissing(coordinate => !coordinate.Contains("Input.", StringComparison.Ordinal));
        Assert.True(asking.WithRows > asking.Questions / 2 && asking.Continued > asking.Questions / 20, "The questions say too little.");
    }

    [Fact]
    public void Random_conditions_and_orders_have_the_naive_answer()
    {
        Check(Lists, few: 400, many: 2_000);
        TellMissing(coordinate => coordinate.Contains("Input.", StringComparison.Ordinal));
        Assert.True(asking.WithRows > asking.Questions / 3, "The conditions say too little.");
    }

    private Question Lists(int seed)
    {
        var random = new Random(seed);
        var callers = QuestionMaker.Callers.Where(caller => caller.Purpose != "RESEARCH").ToList();
        return new ListMaker(asking.View, callers[random.Next(callers.Count)], random).Make(pages: false);
    }

    private void Check(Func<int, Question> make, int few, int many)
    {
        var questions = Gen.Choose(0, int.MaxValue).Select(make);
        Prop.ForAll(Arb.From(questions, question => Shrinking.Of(question).Where(asking.IsValid)), question => asking.Require(question))
            .Check(Runs.Config(few, many));
        output.WriteLine(
            $"Seed {Runs.Seed} ({Runs.SeedVariable}): {asking.Questions} questions, {asking.Continued} asked on from a cursor, {asking.WithRows} with rows.");
    }

    // With many questions hardly anything of the contract is left out, also of what it will have that these tests do not know yet.
    private void TellMissing(Func<string, bool> isMeant)
    {
        var missing = asking.Coverage.Missing(asking.View, NaiveRoots.Names).Where(isMeant).ToList();
        output.WriteLine($"Not asked: {string.Join(", ", missing)}");
        if (Runs.AreMany) Assert.True(missing.Count <= 20, $"{missing.Count} parts of the contract were not asked for: {string.Join(", ", missing)}");
    }
}
