using DataHub.Access;
using DataHub.Database;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.Partners;

namespace DataHub.Audit;

/// <summary>
/// What one request has to enter: gathered while it reads, entered before any of it leaves. One thread reads at a time, except for what
/// resolvers add themselves.
/// </summary>
public sealed class LedgerDraft(Ledger ledger, ISubjectQuota quota, Caller caller)
{
    private readonly Lock gate = new();
    private SubjectList subjects = new();
    private long[] entered = [];
    private OperationPlan? plan;
    private string[] fields = [];
    private byte[]? document;
    private long? first;
    private int rows;
    private bool isOpen;
    private bool isExpected;

    /// <summary>Says that the request concerns a person or business that its rows do not name: who is decided on, whose record is changed.</summary>
    public void Concerns(Subject subject)
    {
        lock (gate) subjects.Add(subject);
    }

    /// <summary>Notes the rows of a result with the persons and businesses that they are about.</summary>
    /// <param name="columns">Where a row's subjects are.</param>
    /// <param name="store">The rows.</param>
    /// <param name="shown">Which of them the answer holds; null: all.</param>
    internal void Add(IReadOnlyList<SubjectOrdinal> columns, Planning.RowStore store, int[]? shown = null)
    {
        if (columns.Count == 0) return;
        lock (gate)
        {
            var count = shown?.Length ?? store.Count;
            rows += count;
            foreach (var column in columns)
            {
                var ids = (Column<long>)store[column.Ordinal];
                for (var i = 0; i < count; i++)
                {
                    var row = shown is null ? i : shown[i];
                    if (!ids.IsNull(row)) subjects.Add(new Subject(column.IsPerson, ids[row]));
                }
            }
        }
    }

    /// <summary>Notes the keys of rows that are read later, when they themselves say whom the rows are about.</summary>
    internal void Add(Planning.TableType type, IReadOnlyList<SubjectOrdinal> columns, long[] keys)
    {
        if (columns.Count == 0 || type.Subjects is not [{ Column: var column } subject] || column != type.Key) return;
        lock (gate)
            foreach (var key in keys) subjects.Add(new Subject(subject.IsPerson, key));
    }

    /// <summary>The operation is about to run: from here on it leaves an entry, whatever becomes of it.</summary>
    internal void Begin(OperationPlan begun)
    {
        plan = begun;
        fields = LedgerScope.Of(begun).FieldsOf(begun);
        isOpen = fields.Length > 0;
        if (!isOpen || isExpected) return;
        isExpected = true;
        ledger.Expect();
    }

    /// <summary>
    /// Enters a part of the answer before it is given out. Throws <see cref="LedgerUnavailableException"/> when that cannot be done. Gives the
    /// error that takes the part's place when its persons are too many for the caller's day; that is entered as a refusal.
    /// </summary>
    /// <param name="delivery">The part.</param>
    /// <param name="isOutage">True when the database went away: only what a mutation has changed is answered then.</param>
    internal ValueTask<GraphQLError?> ReleaseAsync(Delivery delivery, bool isOutage)
    {
        if (!ledger.IsOn) return default;
        document = LedgerScope.HashOf(delivery.Document);
        if (!delivery.HasData) return RefuseAsync(delivery.Errors);
        if (!isOpen && plan is null) return default;
        var scope = LedgerScope.Of(plan!);
        if (fields.Length == 0 || (isOutage && !scope.IsChange)) return default;
        isOpen = false;
        if (delivery.Kind == DeliveryKind.Nothing)
        {
            Forget();
            return default;
        }
        return scope.IsChange ? ChangeAsync(delivery.Errors) : LookAsync(KindOf(delivery.Kind), delivery.Errors);
    }

    /// <summary>
    /// The request is over. What was begun and never answered is entered all the same: its client has gone, or its time was over, and rows
    /// were read. Nothing waits for that entry, since nothing leaves.
    /// </summary>
    internal void Close(bool isOutage)
    {
        Forget();
        if (!isOpen || !ledger.IsOn || (isOutage && rows == 0)) return;
        isOpen = false;
        ledger.Post(Take(LedgerKind.Look, LedgerOutcome.Failed));
    }

    private void Forget()
    {
        if (isExpected) ledger.Forget();
        isExpected = false;
    }

    private static string KindOf(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Part => LedgerKind.Part,
        DeliveryKind.Event => LedgerKind.Event,
        _ => LedgerKind.Look,
    };

    private ValueTask<GraphQLError?> LookAsync(string kind, IReadOnlyList<GraphQLError> errors)
    {
        var code = errors.Count == 0 ? null : errors[0].Code;
        var entry = Take(kind, code is null ? LedgerOutcome.Answered : LedgerOutcome.Partial) with { Code = code };
        if (QuotaErrors.Has(code) && entry.Rows == 0) return EnterAsync(entry with { Kind = LedgerKind.Refusal, Outcome = LedgerOutcome.Refused });
        return quota.Count(caller, Counted(entry)) is { } over
            ? EnterAsync(entry with { Kind = LedgerKind.Refusal, Outcome = LedgerOutcome.Refused, Code = over.Code }, over)
            : EnterAsync(entry);
    }

    // What a mutation has done stands, so that its answer is given in any case.
    private ValueTask<GraphQLError?> ChangeAsync(IReadOnlyList<GraphQLError> errors) => EnterAsync(
        Take(LedgerKind.Change, errors.Count == 0 ? LedgerOutcome.Answered : LedgerOutcome.Partial) with { Code = errors.Count == 0 ? null : errors[0].Code });

    // A business of which the owner is not told is a person's all the same; where more of them are told of, they are counted, by numbers of their own.
    private static long[] Counted(LedgerEntry entry) =>
        entry.Businesses.Length <= entry.Persons.Length ? entry.Persons : Array.ConvertAll(entry.Businesses, static business => -business);

    // What fails for want of the database, or by a fault of the hub's own, is refused to nobody.
    private ValueTask<GraphQLError?> RefuseAsync(IReadOnlyList<GraphQLError> errors)
    {
        var code = errors.Count == 0 ? null : errors[0].Code;
        if (code is DatabaseUnavailableException.Code or ErrorCodes.Internal or "OVERLOADED") return default;
        isOpen = false;
        return RefuseAsync(Take(LedgerKind.Refusal, LedgerOutcome.Refused) with { Code = code });
    }

    private async ValueTask<GraphQLError?> RefuseAsync(LedgerEntry entry)
    {
        await ledger.RefuseAsync(entry);
        return null;
    }

    private async ValueTask<GraphQLError?> EnterAsync(LedgerEntry entry, GraphQLError? withheld = null)
    {
        var wasExpected = isExpected;
        isExpected = false;
        var sequence = await ledger.EnterAsync(entry, wasExpected);
        first ??= sequence;
        return withheld;
    }

    private LedgerEntry Take(string kind, string outcome)
    {
        var scope = plan is null ? null : LedgerScope.Of(plan);
        var entry = LedgerEntry.Of(caller, kind, outcome) with
        {
            Operation = scope?.Operation,
            Document = document,
            Fields = fields,
            Continues = kind == LedgerKind.Part ? first : null,
        };
        lock (gate)
        {
            // An owner's request about themselves is about them, also where no row says so.
            if (caller.PersonId is { } person && fields.Length > 0 && outcome != LedgerOutcome.Refused) subjects.Add(Subject.Person(person));
            var found = subjects.Take(entered);
            if (kind is LedgerKind.Look or LedgerKind.Part) entered = found.All;
            entry = entry with { Persons = found.Persons, Businesses = found.Businesses, Rows = rows };
            rows = 0;
        }
        return entry;
    }
}
