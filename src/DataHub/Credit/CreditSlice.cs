using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Registry;

namespace DataHub.Credit;

/// <summary>Binds schema/credit.graphql.</summary>
public static class CreditSlice
{
    private const int MostLenders = 500;

    public static void Register(HubBuilder hub)
    {
        hub.Table<KurLoanRow>("KurLoan")
            .Rows(OwnOnly)
            .About("person_id")
            .Add(RegistrySlice.Region(hub, "regency", "regency_code"))
            .Add(Lender(hub));
        hub.Table<LenderRow>("Lender").Key("code", typeof(string));
        hub.Table<LenderRow>("KurInstitution").Key("code", typeof(string));
        hub.Resolve("Query.lenders", (request, context, _) => LendersAsync(request, context.Field, hub.Type("KurInstitution")()));
        hub.Extend("Business").Add(new ChildrenField(
            "loans", hub.Type("KurLoan"), "id", "business_id", [new("akad_on", typeof(DateOnly), Descending: true)])
        { AreShort = true });
        KurFields.Register(hub);
    }

    // A code that is not in the list of lenders is a lender all the same: one without a name.
    private static ToOneField Lender(HubBuilder hub) => new(
        "lender", hub.Type("Lender"), ["lender_code"], ("code", typeof(string)), (row, lender) => Fragment.Of($"{lender}.code = {row}.lender_code"))
    {
        Lateral = row => Fragment.Of($"(select {row}.lender_code as code, (select x.name from credit.lender x where x.code = {row}.lender_code) as name)"),
        Known = ("code", "lender_code"),
    };

    // A bank sees the loans it gave itself; what it must know of others' is in the decision, another bank's customer
    // beyond what the rules need is not its concern. The organisation of a bank's token is its lender code.
    // An owner sees loans that are certainly their own: a loan joined by an equal NIB alone may be another person's.
    private static Fragment? OwnOnly(Caller caller, Identifier loan) => caller.Purpose switch
    {
        "KUR_ELIGIBILITY" => Fragment.Of($"{loan}.lender_code = {SqlValue.Text(caller.Organisation)}"),
        "SUBJECT_ACCESS" => Fragment.Of($"{loan}.person_id = {SqlValue.Long(caller.PersonId)} and {loan}.certainty = 'CERTAIN'"),
        "STEWARDSHIP" => null,
        _ => Fragment.Of($"false"),
    };

    private static ValueTask<ResolvedField> LendersAsync(HubRequest request, FieldSelection field, TableType type)
    {
        var role = field.Argument<string>("role") is { } asked ? Fragment.Of($"r.role = {SqlValue.Text(asked)}") : Fragment.Of($"r.role <> 'BANK'");
        return ShortList.ReadAsync(
            request, field, type, new ShortListQuery(Fragment.Of($"r.retired_at is null and {role}"), Fragment.Of($"r.code"), MostLenders));
    }
}
