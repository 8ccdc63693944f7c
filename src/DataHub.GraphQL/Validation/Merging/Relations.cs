namespace DataHub.GraphQL.Validation.Merging;

/// <summary>The two relations that section 5.3.2 demands of the fields of a set.</summary>
[Flags]
internal enum Relations
{
    /// <summary>SameResponseShape, of all fields with one response name.</summary>
    Shape = 1,

    /// <summary>The same field with the same arguments, of those fields that one object may have.</summary>
    Identity = 2,
}
