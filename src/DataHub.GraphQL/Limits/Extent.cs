namespace DataHub.GraphQL.Limits;

/// <summary>How much a selection set stands for once its fragments are spread out. Sums stop at <see cref="Most"/>.</summary>
internal struct Extent
{
    /// <summary>Far above any limit, far below overflow; fragments that spread one another reach any number.</summary>
    public const long Most = 1_000_000_000_000_000;

    public long Fields { get; private set; }

    public long Aliases { get; private set; }

    public long Spreads { get; private set; }

    /// <summary>Fields right in the set.</summary>
    public long OwnFields { get; private set; }

    /// <summary>Levels of fields.</summary>
    public long Depth { get; set; }

    /// <summary>Levels of introspection fields that list members of types, if the set is one of introspection.</summary>
    public long Members { get; private set; }

    /// <summary>The same, counted below <c>__schema</c> and <c>__type</c> only.</summary>
    public long Introspection { get; private set; }

    public void AddField(string name, bool hasAlias, in Extent below)
    {
        Fields = Math.Min(Fields + 1 + below.Fields, Most);
        Aliases = Math.Min(Aliases + (hasAlias ? 1 : 0) + below.Aliases, Most);
        Spreads = Math.Min(Spreads + below.Spreads, Most);
        OwnFields = Math.Min(OwnFields + 1, Most);
        Depth = Math.Max(Depth, 1 + below.Depth);
        var members = below.Members + (name is "fields" or "inputFields" or "interfaces" or "possibleTypes" ? 1 : 0);
        Members = Math.Max(Members, members);
        Introspection = Math.Max(Introspection, name is "__schema" or "__type" ? below.Members : below.Introspection);
    }

    public void AddSpread(in Extent fragment)
    {
        Fields = Math.Min(Fields + fragment.Fields, Most);
        Aliases = Math.Min(Aliases + fragment.Aliases, Most);
        Spreads = Math.Min(Spreads + 1 + fragment.Spreads, Most);
        OwnFields = Math.Min(OwnFields + fragment.OwnFields, Most);
        Depth = Math.Max(Depth, fragment.Depth);
        Members = Math.Max(Members, fragment.Members);
        Introspection = Math.Max(Introspection, fragment.Introspection);
    }
}
