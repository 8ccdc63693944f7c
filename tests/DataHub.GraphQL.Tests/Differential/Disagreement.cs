namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// A kind of text over which the reference implementation and the specification differ; the specification decides. A test asks about the
/// example, so that none stays listed after the other side has changed.
/// </summary>
/// <param name="Section">Where the specification says so.</param>
/// <param name="Reason">What it says, and what the other side does.</param>
/// <param name="Example">A text that the two sides judge differently.</param>
/// <param name="Explains">True when a difference over a text is this one.</param>
internal sealed record Disagreement(string Section, string Reason, string Example, Func<Verdict, bool> Explains);

/// <summary>What both sides say of a text: each accepts it (null), or tells what is wrong with it.</summary>
/// <param name="Text">The case: a document, perhaps with more that belongs to it.</param>
/// <param name="Ours">This engine's view.</param>
/// <param name="Theirs">The reference implementation's view.</param>
/// <param name="Agree">False when the views differ, or what was understood.</param>
internal sealed record Verdict(string Text, string? Ours, string? Theirs, bool Agree)
{
    /// <summary>What differs, so that the same difference is not reported many times.</summary>
    public string Kind => $"{Ours} / {Theirs}";

    public string Show() => $"{Text}\n    this engine: {Ours ?? "accepted"}\n    graphql 17.1.0: {Theirs ?? "accepted"}";
}
