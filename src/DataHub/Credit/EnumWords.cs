using System.Text;

namespace DataHub.Credit;

/// <summary>Enum members as the contract and the tables write them: SuperMikro is SUPER_MIKRO.</summary>
internal static class EnumWords
{
    /// <summary>The member of that word. Throws <see cref="ArgumentException"/> when there is none.</summary>
    public static T Parse<T>(string word)
        where T : struct, Enum =>
        Words<T>.ByWord.TryGetValue(word, out var member)
            ? member
            : throw new ArgumentException($"\"{word}\" is no value of {typeof(T).Name}.");

    public static string Word<T>(this T member)
        where T : struct, Enum => Words<T>.ByMember[member];

    private static string ToWord(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0) word.Append('_');
            word.Append(char.ToUpperInvariant(letter));
        }
        return word.ToString();
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByMember =
            System.Enum.GetValues<T>().ToDictionary(member => member, member => ToWord(member.ToString()));

        public static readonly Dictionary<string, T> ByWord =
            ByMember.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
