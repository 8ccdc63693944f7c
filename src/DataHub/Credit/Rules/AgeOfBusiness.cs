using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>K26-04: the business is at least six calendar months old on the day of the akad (Art 26(1)a, 34(1)a, 41(1)a).</summary>
internal sealed class AgeOfBusiness() : KurRule("K26-04")
{
    public override Finding? Examine(KurCase c)
    {
        if (c.IsPmiWithout(Id)) return Finding.NotApplicable("The age of a business does not concern KUR PMI.");
        var start = BusinessStart.Of(c);
        if (start.Age == BusinessAge.OldEnough)
        {
            var source = start.ProvenByLetter ? "declared with a statement letter" : "by the issue of its NIB";
            return Finding.Pass($"Began {Wording.Day(start.Proven!.Value)}, {source}: at least {Months(c)} old.", start.ProvenByLetter);
        }
        if (c.Kind == KurKind.SuperMikro && YoungBusinessException.GroundsOf(c) is { Count: > 0 } grounds)
        {
            return Finding.Pass(
                $"Not shown to be {Months(c)} old, which the exception of K26-05 allows.", grounds.All(ground => ground.Declared));
        }
        if (c.Kind == KurKind.SuperMikro && start.Age == BusinessAge.Young && YoungBusinessException.HasDoubtfulTraining(c))
            return new Finding(KurRuleResult.Need, Began(c, start), YoungBusinessException.ProofOfTraining);
        return ExamineTooYoung(c, start);
    }

    private static Finding ExamineTooYoung(KurCase c, BusinessStart start)
    {
        var isKhusus = c.Kind == KurKind.Khusus;
        var result = start.Age switch
        {
            _ when isKhusus => c.ResultOf(SettingNames.KhususBusinessAge),
            BusinessAge.Unknown => c.ResultOf(SettingNames.StartUnknown),
            BusinessAge.OldEnoughIfProven => c.ResultOf(SettingNames.StartDeclaredWithoutLetter),
            _ => c.Level,
        };
        return start.Age switch
        {
            BusinessAge.Unknown => new Finding(
                result, "Nothing is known of the start of the business.", $"Proof that the business is at least {Months(c)} old."),
            BusinessAge.OldEnoughIfProven => new Finding(
                result, $"{Licensed(start)}Declared to have begun {Wording.Day(start.Claimed!.Value)}, without a statement letter.",
                "A statement letter (surat keterangan usaha mikro dan kecil) that proves the declared start.", true),
            _ => new Finding(result, Began(c, start), Remedy(c, start), start.Proven is null || start.ProvenByLetter),
        };
    }

    private static string Licensed(BusinessStart start) =>
        start.Proven is { } proven ? $"The NIB was issued {Wording.Day(proven)}. " : "";

    private static string Began(KurCase c, BusinessStart start)
    {
        var day = start.Proven ?? start.Claimed!.Value;
        return $"Began {Wording.Day(day)}: less than {Months(c)} before {Wording.Day(c.Date)}.";
    }

    private static string Remedy(KurCase c, BusinessStart start)
    {
        var (began, months) = (start.Proven ?? start.Claimed!.Value, (int)c.Parameter("business.min_months"));
        // A declared start may lie anywhere in the calendar, its end included.
        var remedy = began <= DateOnly.MaxValue.AddMonths(-months)
            ? $"An akad on {Wording.Day(began.AddMonths(months))} or later, or proof of an earlier start"
            : "Proof of an earlier start";
        return c.Kind == KurKind.SuperMikro ? remedy + ", or a ground of exception (K26-05)." : remedy + ".";
    }

    private static string Months(KurCase c) => $"{(int)c.Parameter("business.min_months")} months";
}
