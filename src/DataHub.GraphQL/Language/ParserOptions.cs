namespace DataHub.GraphQL.Language;

/// <summary>
/// What a text may cost before it is refused with a syntax error. The defaults suit requests of strangers; <see cref="Trusted"/> suits
/// the operator's own SDL.
/// </summary>
public sealed record ParserOptions
{
    /// <summary>The limits for requests.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For texts that the operator wrote: as many tokens as there are, the same nesting.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxTokens = int.MaxValue };

    /// <summary>
    /// How many selection sets, list and object values and list types may stand in one another. Whatever the number, a text that is
    /// nested too deep for the thread's stack is refused too.
    /// </summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How many tokens (section 2.1.5) a text may have; comments and commas are none.</summary>
    public int MaxTokens { get; init; } = 200_000;
}
