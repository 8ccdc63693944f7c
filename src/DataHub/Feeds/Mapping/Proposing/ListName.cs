namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>A list's name made of a file's: small letters, digits and dashes.</summary>
internal static class ListName
{
    private const int Longest = 40;

    public static string Of(string fileName)
    {
        var name = string.Join('-', new string([.. fileName.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (name.Length > Longest) name = name[..Longest].TrimEnd('-');
        return name.Length < 3 ? $"daftar-{name}".TrimEnd('-') : name;
    }
}
