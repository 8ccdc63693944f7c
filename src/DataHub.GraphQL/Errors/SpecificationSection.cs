namespace DataHub.GraphQL.Errors;

/// <summary>A section of the GraphQL specification, edition of September 2025.</summary>
/// <param name="Number">As printed, <c>5.3.1</c>.</param>
/// <param name="Title">As printed, <c>Field Selections</c>.</param>
public readonly record struct SpecificationSection(string Number, string Title)
{
    private const string Edition = "https://spec.graphql.org/September2025/";

    /// <summary>
    /// Where the section can be read: headings are anchors there, with hyphens for what is no letter, digit or underscore.
    /// </summary>
    public string Address => $"{Edition}#sec-{string.Join('-', Title.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))}";

    /// <summary>
    /// Reads number and title, <c>5.3.1 Field Selections</c>; null for a heading without a number, which is of another text than this
    /// edition (a proposal, say).
    /// </summary>
    public static SpecificationSection? Find(string heading)
    {
        var end = heading.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && char.IsAsciiDigit(heading[0]) ? new SpecificationSection(heading[..end], heading[(end + 1)..]) : null;
    }

    public override string ToString() => $"{Number} {Title}";
}
