namespace DataHub.Bench.Floor;

/// <summary>Answers one of the seven queries on a session.</summary>
internal delegate Task Question(Session session, Variables variables, Answer answer);

/// <summary>The seven queries by their paths.</summary>
internal static class Questions
{
    /// <summary>Null when there is no such path.</summary>
    public static Question? Named(string? path) => path switch
    {
        "/Q1" => OneBusiness.AnswerAsync,
        "/Q2" => DeepBusiness.AnswerAsync,
        "/Q3" => FilteredPage.AnswerAsync,
        "/Q4" => DeepPage.AnswerAsync,
        "/Q5" => GroupedTotals.AnswerAsync,
        "/Q6" => BusinessesByNib.AnswerAsync,
        "/Q7" => PlainPage.AnswerAsync,
        _ => null,
    };
}
