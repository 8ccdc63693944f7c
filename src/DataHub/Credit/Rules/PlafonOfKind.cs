namespace DataHub.Credit.Rules;

/// <summary>K26-03: the plafon lies in the range of its kind (Art 29(1), 36(1), 43(1), 50(1), 57(1)).</summary>
internal sealed class PlafonOfKind() : KurRule("K26-03")
{
    public override Finding? Examine(KurCase c)
    {
        var above = c.Parameter(AboveName(c.Kind));
        var max = c.Parameter(MaxName(c.Kind));
        var range = $"above {Wording.Rp(above)} to {Wording.Rp(max)}";
        return c.Amount > above && c.Amount <= max
            ? Finding.Pass($"{Wording.Rp(c.Amount)} is within KUR {Wording.Name(c.Kind)}, {range}.")
            : c.AtLevel($"{Wording.Rp(c.Amount)} is outside KUR {Wording.Name(c.Kind)}.", $"A plafon {range}, or another kind.");
    }

    /// <summary>Exclusive lower bound.</summary>
    public static string AboveName(KurKind kind) => "plafon.above." + kind.Word();

    /// <summary>Inclusive upper bound.</summary>
    public static string MaxName(KurKind kind) => "plafon.max." + kind.Word();
}
