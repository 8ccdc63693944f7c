using System.Collections;
using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model;

/// <summary>The levels of a pair, spelt out only when somebody asks: a run holds hundreds of thousands of them.</summary>
internal sealed class Evidence(Compared compared, StageWeights weights, float shift, bool isOfOnePerson) : IReadOnlyList<ComparedLevel>
{
    private static readonly string[] Comparisons = [.. Enum.GetNames<Comparison>().Select(Screaming)];
    private static readonly string[] Levels = [.. Enum.GetNames<Level>().Select(Screaming)];

    /// <summary>PERSON_NAME.</summary>
    public static string NameOf(Comparison comparison) => Comparisons[(int)comparison];

    /// <summary>SAME_SOUND.</summary>
    public static string NameOf(Level level) => Levels[(int)level];

    private ComparedLevel[]? _spelt;

    public int Count => Spelt.Length;

    private ComparedLevel[] Spelt => _spelt ??= [.. Spell()];

    public ComparedLevel this[int index] => Spelt[index];

    public IEnumerator<ComparedLevel> GetEnumerator() => ((IEnumerable<ComparedLevel>)Spelt).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<ComparedLevel> Spell()
    {
        if (isOfOnePerson) yield return new("OWNER", "SAME_PERSON", Math.Round(weights.Prior, 1));
        for (var i = 0; i < Compared.Count; i++)
        {
            var comparison = (Comparison)i;
            if (compared[comparison] == Level.Missing) continue;
            yield return new(Comparisons[i], Levels[(int)compared[comparison]], Math.Round(weights.Of(comparison, compared, shift), 1));
        }
    }

    /// <summary>PersonName → PERSON_NAME.</summary>
    private static string Screaming(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
