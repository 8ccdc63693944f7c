namespace DataHub.GraphQL.Execution;

/// <summary>A response path, linked from its end; <see cref="Root"/> is the empty one.</summary>
internal sealed class Place
{
    private readonly Place? above;
    private readonly object? segment;

    private Place(Place? above, object? segment) =>
        (this.above, this.segment, Length) = (above, segment, above is null ? 0 : above.Length + 1);

    public static Place Root { get; } = new(null, null);

    public int Length { get; }

    public Place Then(object next) => new(this, next);

    /// <summary>The segments behind the first <paramref name="skipped"/>.</summary>
    public object[] Segments(int skipped = 0)
    {
        var segments = new object[Length - skipped];
        var place = this;
        for (var i = segments.Length - 1; i >= 0; i--, place = place.above!) segments[i] = place.segment!;
        return segments;
    }
}
