using DataHub.Tests.Differential.Questions;
using DataHub.Tests.Differential.Rows;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace DataHub.Tests.Differential;

/// <summary>Whatever is asked, hub and naive evaluator answer alike.</summary>
public sealed class RandomAgreementTests(NastyFixture hub, ITestOutputHelper output) : IClassFixture<NastyFixture>
{
    [Fact]
    public void Random_questions_have_the_naive_answer()
    {
        var asking = new Asking(hub);
        var questions = Gen.Choose(0, int.MaxValue).Select(seed => new QuestionMaker(asking.View, seed).Make());
        Prop.ForAll(Arb.From(questions, question => Shrinking.Of(question).Where(asking.IsValid)), question => asking.Require(question))
            .Check(Runs.Config(few: 400, many: 4_000));
        output.WriteLine(
            $"Seed {Runs.Seed} ({Runs.SeedVariable}): {asking.Questions} questions, {asking.Continued} asked on from a cursor, {asking.WithRows} with rows.");
        Assert.True(asking.WithRows > asking.Questions / 2 && asking.Continued > asking.Questions / 20, "The questions say too little.");
    }
}
