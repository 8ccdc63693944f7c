namespace DataHub.GraphQL.Limits;

/// <summary>What the engine itself can carry, whatever the limits are set to.</summary>
public static class Ceilings
{
    /// <summary>Levels of brackets in a text: the parser and all that reads its nodes recurse.</summary>
    public const int Nesting = 500;

    /// <summary>Levels of fields in a plan: the planner and the writer of answers recurse.</summary>
    public const int Depth = 250;

    /// <summary>Fields of a plan.</summary>
    public const int Fields = 100_000;

    /// <summary>Selections that planning looks at, fragments that do not apply included.</summary>
    public const int Visits = 200_000;
}
