using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Linkage.Review;

/// <summary>Which pairs of the queue are asked for; null in a condition: any.</summary>
internal sealed record ReviewFilter
{
    public string? Subject { get; init; }
    public string? Feed { get; init; }
    public string? Regency { get; init; }
    public string? Reason { get; init; }
    public double? MinBits { get; init; }
    public double? MaxBits { get; init; }
    public bool? WaitsForSecond { get; init; }
    public bool? Mine { get; init; }

    public static ReviewFilter Of(InputObject? where) => where is null ? new() : new()
    {
        Subject = where.Get<string>("subject"),
        Feed = where.Get<string>("feed"),
        Regency = where.Get<string>("regency"),
        Reason = where.Get<string>("reason"),
        MinBits = where.Get<double?>("minBits"),
        MaxBits = where.Get<double?>("maxBits"),
        WaitsForSecond = where.Get<bool?>("waitsForSecond"),
        Mine = where.Get<bool?>("mine"),
    };

    /// <summary>The conditions on a pair q that is open.</summary>
    public IEnumerable<Fragment> Conditions(string steward, DateTime now)
    {
        yield return Fragment.Of($"q.state = 'OPEN'");
        if (Subject is { } subject) yield return Fragment.Of($"q.subject = {SqlValue.Text(subject)}");
        if (Feed is { } feed) yield return Fragment.Of($"{SqlValue.Text(feed)} in (q.feed_a, q.feed_b)");
        if (Reason is { } reason) yield return Fragment.Of($"q.reason = {SqlValue.Text(reason)}");
        if (MinBits is { } least) yield return Fragment.Of($"q.bits >= {SqlValue.OfColumn(least, typeof(double))}");
        if (MaxBits is { } most) yield return Fragment.Of($"q.bits <= {SqlValue.OfColumn(most, typeof(double))}");
        if (Regency is { } regency) yield return InRegency(regency);
        if (WaitsForSecond is { } waits) yield return Is(waits, Waiting);
        if (Mine is { } mine) yield return IsMine(mine, steward, now);
    }

    private static Fragment Waiting => Fragment.Of(
        $"exists (select from linkage.judgement j where j.subject = q.subject and (j.feed_a, j.key_a, j.feed_b, j.key_b) = (q.feed_a, q.key_a, q.feed_b, q.key_b) and j.withdrawn_at is null and j.needs_second and j.second_at is null)");

    private static Fragment InRegency(string regency) => Fragment.Of(
        $"exists (select from linkage.link l join registry.business b on b.id = l.business_id where ((l.feed, l.source_key) = (q.feed_a, q.key_a) or (l.feed, l.source_key) = (q.feed_b, q.key_b)) and l.closed_at is null and b.regency_code = {SqlValue.Text(regency)})");

    private static Fragment IsMine(bool mine, string steward, DateTime now)
    {
        var held = Fragment.Of($"q.held_until > {SqlValue.OfColumn(now, typeof(DateTime))}");
        var own = Fragment.Of($"q.held_by = {SqlValue.Text(steward)}");
        return mine ? Fragment.Of($"({held} and {own})") : Fragment.Of($"not coalesce({held} and not {own}, false)");
    }

    private static Fragment Is(bool wanted, Fragment condition) => wanted ? condition : Fragment.Of($"not {condition}");
}
