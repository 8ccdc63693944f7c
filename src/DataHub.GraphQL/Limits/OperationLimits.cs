namespace DataHub.GraphQL.Limits;

/// <summary>
/// What one request may cost. All but the last three are counted before a resolver runs. "Spread out" means: each spread of a fragment
/// counts as the text it stands for, repeated fields count each.
/// </summary>
public sealed record OperationLimits
{
    /// <summary>Bytes of the document in UTF-8.</summary>
    public Limit DocumentBytes { get; init; } = new(256 * 1024);

    /// <summary>Lexical tokens of the document (section 2.1.6); comments, commas and white space are none.</summary>
    public Limit Tokens { get; init; } = new(20_000);

    /// <summary>
    /// How many selection sets, list and object values and list types stand in one another in the text. Beyond
    /// <see cref="Ceilings.Nesting"/> a text is refused in any mode.
    /// </summary>
    public Limit Nesting { get; init; } = new(200);

    /// <summary>
    /// How deep fields stand in one another, spread out. Introspection as GraphiQL, Apollo and graphql-js ask it is 15 deep. Beyond
    /// <see cref="Ceilings.Depth"/> an operation is refused in any mode.
    /// </summary>
    public Limit Depth { get; init; } = new(15);

    /// <summary>Fields with an alias, spread out.</summary>
    public Limit Aliases { get; init; } = new(100);

    /// <summary>Fields of the root type, spread out.</summary>
    public Limit RootFields { get; init; } = new(100);

    /// <summary>
    /// Fields, spread out; also the planned fields, where a field below an interface or union counts once for each concrete type.
    /// </summary>
    public Limit Fields { get; init; } = new(5_000);

    /// <summary>Spreads of fragments, inline ones too, spread out.</summary>
    public Limit FragmentSpreads { get; init; } = new(1_000);

    /// <summary>Directives in one place of the document.</summary>
    public Limit DirectivesPerLocation { get; init; } = new(50);

    /// <summary>Directives of the document.</summary>
    public Limit Directives { get; init; } = new(500);

    /// <summary>
    /// How many of <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> and <c>possibleTypes</c> stand in one another below
    /// <c>__schema</c> or <c>__type</c>: each multiplies the answer by the size of a type.
    /// </summary>
    public Limit IntrospectionDepth { get; init; } = new(2);

    /// <summary>Variables that one operation defines.</summary>
    public Limit Variables { get; init; } = new(500);

    /// <summary>Items of one list, in the document or in the variables.</summary>
    public Limit ListItems { get; init; } = new(1_000);

    /// <summary>Bytes of the variables' JSON.</summary>
    public Limit VariablesBytes { get; init; } = new(256 * 1024);

    /// <summary>
    /// Milliseconds from the finished plan to the last resolved field. What is not read by then is missing in the answer, with an error at
    /// its place.
    /// </summary>
    public Limit ExecutionTime { get; init; } = new(9_000);

    /// <summary>Bytes of the response's JSON.</summary>
    public Limit ResponseBytes { get; init; } = new(4 * 1024 * 1024);

    /// <summary>
    /// Bytes of the response's JSON when the operation asks <c>__schema</c> or <c>__type</c>: aliases repeat the schema's descriptions.
    /// </summary>
    public Limit IntrospectionBytes { get; init; } = new(1_000_000);

    /// <summary>How many errors one answer lists at most; validation stops at as many.</summary>
    public int MaxErrors { get; init; } = 50;
}
