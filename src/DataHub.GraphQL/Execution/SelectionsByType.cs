using System.Collections;
using System.Diagnostics.CodeAnalysis;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>What is asked of each concrete type that a field may lead to; one type as a rule.</summary>
internal sealed class SelectionsByType(SelectionPlan[] plans) : IReadOnlyDictionary<ObjectType, SelectionPlan>
{
    public static readonly SelectionsByType None = new([]);

    public ReadOnlySpan<SelectionPlan> Plans => plans;

    public int Count => plans.Length;

    public IEnumerable<ObjectType> Keys => plans.Select(p => p.Type);

    public IEnumerable<SelectionPlan> Values => plans;

    public SelectionPlan this[ObjectType key] =>
        TryGetValue(key, out var plan) ? plan : throw new KeyNotFoundException($"Nothing is asked of {key.Name}.");

    public bool ContainsKey(ObjectType key) => TryGetValue(key, out _);

    public bool TryGetValue(ObjectType key, [MaybeNullWhen(false)] out SelectionPlan value)
    {
        foreach (var plan in plans)
        {
            if (!ReferenceEquals(plan.Type, key)) continue;
            value = plan;
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>The same where nothing changes.</summary>
    public SelectionsByType Convert<T>(Func<SelectionPlan, T, SelectionPlan> convert, T argument)
    {
        SelectionPlan[]? changed = null;
        for (var i = 0; i < plans.Length; i++)
        {
            var plan = convert(plans[i], argument);
            if (ReferenceEquals(plan, plans[i])) continue;
            changed ??= [.. plans];
            changed[i] = plan;
        }
        return changed is null ? this : new SelectionsByType(changed);
    }

    public IEnumerator<KeyValuePair<ObjectType, SelectionPlan>> GetEnumerator() =>
        plans.Select(plan => KeyValuePair.Create(plan.Type, plan)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
