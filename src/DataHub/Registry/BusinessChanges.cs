using System.Runtime.CompilerServices;
using DataHub.Access;
using DataHub.Changes;
using DataHub.Database.Walls;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Registry;

/// <summary>
/// The events of <c>Subscription.businessChanged</c>. What a subscriber may not read does not come: no name of a field, no event.
/// </summary>
internal sealed class BusinessChanges(Func<TableType> business) : EventSource
{
    private static readonly Identifier Row = Identifier.Alias(0);

    public static void Register(HubBuilder hub)
    {
        hub.Objects(typeof(BusinessChange));
        hub.Events("Subscription.businessChanged", new BusinessChanges(hub.Type("Business")));
        hub.Resolve("Subscription.businessChanged", (request, _, parents) => ValueTask.FromResult(
            ResolvedField.One(ObjectRowSet.Of([(BusinessChange)((EventRows)parents).Event], request.View.Schema))));
        hub.Resolve(
            "BusinessChange.business", (request, context, parents) => ReadAsync(request, context.Field, parents, hub.Type("Business")()));
    }

    public override async ValueTask<IAsyncEnumerable<object>> SubscribeAsync(ResolveContext context)
    {
        var (request, field) = ((HubRequest)context.Request, context.Field);
        var (hub, caller) = (request.Hub, request.Caller);
        IReadOnlyList<string> nibs = [.. field.ArgumentList<string>("nibs")!.Select(nib => nib!)];
        if (nibs.Count is 0 or > BusinessLookUp.LargestBatch)
            throw PageRequest.Wrong(field, "nibs", $"it may have 1 to {BusinessLookUp.LargestBatch} entries");
        var told = Told(request);
        var subject = ChangeSubject.Of(nibs, change => change.ConcernsAll || change.Attributes.Any(told.Contains));
        var stream = await hub.Changes.SubscribeAsync(subject, ChangeCursor.Read(hub, field), context.Cancellation);
        return stream.Own(EventsAsync(
            stream,
            change => Show(hub, field, (change, told, nibs)),
            (change, cancel) => IsSeenAsync(hub, caller, change.BusinessId, cancel)));
    }

    private static BusinessChange Show(
        Hub hub, FieldSelection field, (BusinessChanged Change, IReadOnlySet<string> Told, IReadOnlyList<string> Nibs) what) => new(
        ChangeCursor.Write(hub, field, what.Change.Position),
        what.Change.At,
        what.Nibs.First(nib => what.Change.Nibs.Contains(nib)),
        KindOf(what.Change),
        [.. what.Change.Attributes.Where(what.Told.Contains)],
        what.Change.BusinessId)
        { OtherId = what.Change.OtherId is { } other ? hub.Ids.Encode("Business", other) : null };

    private static BusinessChangeKind KindOf(BusinessChanged change) => change switch
    {
        { IsNew: true } => BusinessChangeKind.Created,
        { IsMerged: true } => BusinessChangeKind.Merged,
        { IsSplit: true } => BusinessChangeKind.Split,
        _ => BusinessChangeKind.Changed,
    };

    private static async IAsyncEnumerable<object> EventsAsync(
        ChangeStream stream, Func<BusinessChanged, BusinessChange> show, Func<BusinessChanged, CancellationToken, Task<bool>> isSeen,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var change in stream.ReadAsync(cancel))
            if (await isSeen((BusinessChanged)change, cancel)) yield return show((BusinessChanged)change);
    }

    /// <summary>
    /// Fields whose change the caller may hear of: those it may read. Of a list of which it sees its own rows only, a change may be
    /// another's: it hears of none.
    /// </summary>
    private HashSet<string> Told(HubRequest request) => ((ObjectType)request.View.Schema.Type("Business")!).Fields
        .Where(field => business().Fields.GetValueOrDefault(field.Name) is not ChildrenField list
            || list.Target().RowRule?.Invoke(request.Caller, Row) is null)
        // That it changed would tell of a value that is not seen as it is.
        .Where(field => business().Fields.GetValueOrDefault(field.Name) is not (MaskedField or HiddenField or ConsentField))
        .Select(field => field.Name)
        .ToHashSet(StringComparer.Ordinal);

    private async Task<bool> IsSeenAsync(Hub hub, Caller caller, long id, CancellationToken cancel)
    {
        var type = business();
        if (type.RowRule?.Invoke(caller, Row) is not { } rule) return true;
        var condition = Fragment.Of($"{Row}.id = {SqlValue.Long(id)} and {rule}");
        var statement = Fragment.Of($"select exists (select from {type.Source} {Row} where {condition})").ToStatement();
        var source = hub.Reading.For(caller.Kind.Kind);
        var setting = source.HasRole ? RowSetting.Of(caller) : null;
        return await hub.Changes.AskAsync(source.Beside, connection => IsThereAsync(connection, setting, statement, cancel), cancel);
    }

    private static async Task<bool> IsThereAsync(
        NpgsqlConnection connection, RowSetting? setting, SqlStatement statement, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (setting is not null) batch.BatchCommands.Add(setting.Statement.ToCommand());
        batch.BatchCommands.Add(statement.ToCommand());
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        if (setting is not null) await reader.NextResultAsync(cancel);
        return await reader.ReadAsync(cancel) && reader.GetBoolean(0);
    }

    // As it is when the event is delivered, and as the caller may see it then; of a merged business the survivor.
    private static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, RowSet parents, TableType business)
    {
        var ids = parents.Column<long>("businessId");
        var keys = SqlValue.Longs([.. Enumerable.Range(0, ids.Count).Select(row => ids[row])]);
        var asked = Fragment.Of($"unnest({keys}) with ordinality k(id, ord)");
        var survivors = Fragment.Of($"left join registry.business_redirect r on r.business_id = k.id");
        var (rows, rowOf) = await LookUp.ReadAsync(request, business, field, new LookUpSource(
            Fragment.Of($"{asked} {survivors} join {business.Source} {Row} on {Row}.id = coalesce(r.survivor_id, k.id)"),
            business.RowRule?.Invoke(request.Caller, Row), Fragment.Of($"k.ord"), ids.Count));
        return ResolvedField.One(rows, rowOf);
    }
}
