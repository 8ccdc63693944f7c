using System.Globalization;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-02: sales of last year, or of this year as estimated, of at most Rp4.8 billion, with evidence (Art 3(2)-(3)).</summary>
internal sealed class Turnover() : KurRule("K26-02")
{
    public override Finding? Examine(KurCase c)
    {
        if (c.IsPmiWithout(Id)) return Finding.NotApplicable("Turnover does not concern KUR PMI.");
        var max = c.Parameter("turnover.max");
        if (FigureOf(c) is not { } figure)
        {
            return new Finding(
                c.ResultOf(SettingNames.TurnoverMissing), "No source has a turnover and none is declared.",
                $"A turnover of at most {Wording.Rp(max)} with a tax report or the lender's assessment.");
        }
        var found = Describe(c, figure);
        if (figure.Amount > max && !figure.Certain)
            return c.AtDoubtfulLevel($"{found} That is above {Wording.Rp(max)}, but only probably of this business.", "Proof of the turnover of this business.");
        if (figure.Amount > max)
        {
            return c.AtLevel(
                $"{found} That is above {Wording.Rp(max)}.", $"A turnover of at most {Wording.Rp(max)}, last year or estimated this year.",
                figure.Declared);
        }
        return ExamineProof(c, figure, found);
    }

    private static Finding ExamineProof(KurCase c, Figure figure, string found)
    {
        var lacksEvidence = figure.Declared && figure.Evidence is null;
        var otherYear = figure.Year is not { } year || year < c.Date.Year - 1 || year > c.Date.Year;
        var result = KurRuleResult.Pass;
        if (lacksEvidence) result = c.ResultOf(SettingNames.TurnoverWithoutEvidence);
        if (otherYear && result == KurRuleResult.Pass) result = c.ResultOf(SettingNames.TurnoverOtherYear);
        if (lacksEvidence) found += " Evidence to be brought.";
        if (otherYear) found += $" It is not shown to be of {c.Date.Year - 1} or {c.Date.Year}.";
        string? wouldChange = null;
        if (lacksEvidence) wouldChange = "A tax report or the lender's assessment.";
        else if (otherYear) wouldChange = $"The turnover of {c.Date.Year - 1}, or an estimate for {c.Date.Year}.";
        return new Finding(result, found, wouldChange, figure.Declared);
    }

    private static Figure? FigureOf(KurCase c)
    {
        var business = c.Business;
        Figure? source = business?.AnnualSales is { } sales ? new(sales, business.AnnualSalesYear, null, false) { Certain = business.IsAnnualSalesCertain } : null;
        var declaration = c.Declared;
        Figure? declared = declaration.AnnualTurnover is { } turnover
            ? new(turnover, declaration.TurnoverYear, declaration.TurnoverEvidence, true)
            : null;
        if (source is null || declared is null) return source ?? declared;
        var isNewer = declared.Evidence is not null && declared.Year > (source.Year ?? int.MinValue);
        if (!source.Certain && declared.Evidence is not null) return declared;
        return c.Setting(SettingNames.TurnoverPrecedence) == "NEWER_WITH_EVIDENCE" && isNewer ? declared : source;
    }

    private static string Describe(KurCase c, Figure figure)
    {
        var year = figure.Year is { } known ? known.ToString(CultureInfo.InvariantCulture) : "a year not told";
        var amount = $"Turnover {Wording.Rp(figure.Amount)} of {year}";
        if (figure.Declared)
        {
            return figure.Evidence switch
            {
                TurnoverEvidence.TaxReport => $"{amount}, declared with a tax report.",
                TurnoverEvidence.LenderAssessment => $"{amount}, declared with the lender's assessment.",
                _ => $"{amount}, declared.",
            };
        }
        var other = c.Declared.AnnualTurnover is { } declared && declared != figure.Amount ? $" Declared: {Wording.Rp(declared)}." : "";
        return $"{amount} by a source.{other}";
    }

    private sealed record Figure(decimal Amount, int? Year, TurnoverEvidence? Evidence, bool Declared)
    {
        /// <summary>False for a source's figure that is only probably of this business.</summary>
        public bool Certain { get; init; } = true;
    }
}
