namespace DataHub.Credit.Rules;

/// <summary>
/// One rule of the regulation. Its title, article and confidence are in <c>credit.kur_rule</c>, its numbers in <c>kur_parameter</c>.
/// </summary>
internal abstract class KurRule(string id)
{
    public string Id { get; } = id;

    /// <summary>True when some outcome of the rule is a matter of the setting <c>level.&lt;id&gt;</c>.</summary>
    public virtual bool HasLevel => true;

    /// <summary>Judges the application; null when the rule is not to be shown.</summary>
    public abstract Finding? Examine(KurCase c);
}
