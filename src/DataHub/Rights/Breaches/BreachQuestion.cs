using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Rights.Breaches;

/// <summary>Which answers are in question, and which page of those affected.</summary>
internal sealed record BreachQuestion(DateTimeOffset From, DateTimeOffset To, DateTimeOffset KnownAt)
{
    private const int MostDays = 366;
    private const int LargestPage = 100;

    public string? Organisation { get; private init; }

    public string? Client { get; private init; }

    public int First { get; private init; }

    /// <summary>The last one of the page before; null for the first page.</summary>
    public (bool IsBusiness, long Id)? After { get; private init; }

    /// <summary>Which list a cursor belongs to: one of another question is refused.</summary>
    public string List => string.Join('|', "breach", From.UtcTicks, To.UtcTicks, Organisation, Client);

    public static BreachQuestion Of(HubRequest request, FieldSelection field)
    {
        var input = field.Argument<InputObject>("input")!;
        var (from, to) = (At(input.Get<DateTime>("from")), At(input.Get<DateTime>("to")));
        if (to <= from || to - from > TimeSpan.FromDays(MostDays))
            throw PageRequest.Wrong(field, "input", $"\"to\" must be after \"from\", at most {MostDays} days later");
        var first = field.Argument<int?>("first") ?? 50;
        if (first is < 1 or > LargestPage) throw PageRequest.Wrong(field, "first", $"it must be 1 to {LargestPage}");
        var question = new BreachQuestion(from, to, input.Get<DateTime?>("knownAt") is { } known ? At(known) : request.Hub.Time.GetUtcNow())
        {
            Organisation = input.Get<string>("organisation"),
            Client = input.Get<string>("client"),
            First = first,
        };
        return question with { After = AfterOf(request, field, question.List) };
    }

    // The contract's DateTime is kept in UTC.
    private static DateTimeOffset At(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static (bool, long)? AfterOf(HubRequest request, FieldSelection field, string list)
    {
        if (field.Argument<string>("after") is not { } cursor) return null;
        if (!request.Hub.Cursors.TryDecode(list, cursor, out var place)) throw PageRequest.Wrong(field, "after", "it is no cursor of this list");
        return (place[0] == "b", long.Parse(place[1]!, System.Globalization.CultureInfo.InvariantCulture));
    }
}
