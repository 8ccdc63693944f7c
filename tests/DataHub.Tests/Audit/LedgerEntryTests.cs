using DataHub.Access;
using DataHub.Audit;
using DataHub.GraphQL.Execution;
using DataHub.Testing;

namespace DataHub.Tests.Audit;

/// <summary>What is entered of which request.</summary>
public sealed class LedgerEntryTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    private const string SeenOwner = "Business.owner Person.name";

    [Fact]
    public Task A_look_at_an_owner_is_about_the_person() => EntersAsync(
        Callers.Bank, "{ business(nib: \"0000000000001\") { nib owner { name } } }", $"LOOK | ANSWERED | - | {SeenOwner} | persons 1 | businesses  | 1");

    [Fact]
    public Task Aliases_are_one_look_at_all_of_them() => EntersAsync(
        Callers.Bank,
        "{ a: business(nib: \"0000000000001\") { owner { name } } b: business(nib: \"0000000000002\") { owner { name } } c: business(nib: \"0000000000003\") { capital } }",
        $"LOOK | ANSWERED | - | Business.capital {SeenOwner} | persons 1 2 | businesses 3 | 3");

    [Fact]
    public Task A_look_at_nobody_is_not_entered() => EntersAsync(Callers.Bank, "{ businesses(first: 3) { nodes { nib scale } } }");

    [Fact]
    public Task What_hangs_on_a_business_is_about_the_business() => EntersAsync(
        Callers.Bank, "{ businesses(first: 2) { nodes { nib loans { sumPlafon nodes { plafon } } } } }",
        "LOOK | ANSWERED | - | KurLoan.plafon KurLoanConnection.sumPlafon | persons  | businesses 1 2 | 2");

    [Fact]
    public Task The_row_behind_a_page_is_not_seen() => EntersAsync(
        Callers.Steward, "{ businesses(first: 3, order: [{ capital: ASC }]) { nodes { capital } } }",
        "LOOK | ANSWERED | - | Business.capital | persons  | businesses 1 2 3 | 3");

    [Fact]
    public Task A_row_that_is_asked_for_itself_says_whom_it_is_about() => EntersAsync(
        Callers.Steward, $$"""{ node(id: "{{fixture.Hub.Ids.Encode("KurLoan", 5)}}") { ... on KurLoan { plafon } ... on Shop { turnover12Months } } }""",
        "LOOK | ANSWERED | - | KurLoan.plafon Shop.turnover12Months | persons 2 | businesses 2 | 1");

    [Fact]
    public Task What_hangs_deeper_is_about_the_business_above() => EntersAsync(
        Callers.Steward, "{ business(nib: \"0000000000001\") { products(first: 1) { nodes { name listings { sumSold nodes { sold shop { turnover12Months } } } } } } }",
        "LOOK | ANSWERED | - | Listing.sold ListingConnection.sumSold Shop.turnover12Months | persons  | businesses 1 | 2");

    [Fact]
    public Task A_decision_is_about_the_applicant_and_the_business() => EntersAsync(
        Callers.Bank, "{ kurEligibility(input: { nib: \"0000000000002\", kind: MIKRO, amount: \"20000000\" }) { outcome } }",
        "LOOK | ANSWERED | - | KurDecision.outcome Query.kurEligibility | persons 2 | businesses 2 | 0");

    [Fact]
    public Task A_verification_is_about_the_seller() => EntersAsync(
        Callers.Partner, "{ sellerVerification(nib: \"0000000000004\") { found name } }",
        "LOOK | ANSWERED | - | Query.sellerVerification SellerVerification.name | persons  | businesses 4 | 1");

    [Fact]
    public Task An_owner_who_looks_at_themselves_is_entered_too() => EntersAsync(
        Callers.Owner(1), "{ me { loans(first: 1) { sumPlafon } } }", "LOOK | ANSWERED | - | KurLoanConnection.sumPlafon | persons 1 | businesses  | 0");

    [Fact]
    public Task A_refused_field_is_entered() => EntersAsync(
        Callers.Partner, "{ business(nib: \"0000000000001\") { owner { name } } }", "REFUSAL | REFUSED | GRAPHQL_VALIDATION_FAILED |  | persons  | businesses  | 0");

    [Fact]
    public Task A_question_that_the_contract_does_not_know_is_entered() => EntersAsync(
        Callers.Partner, "{ secrets }", "REFUSAL | REFUSED | GRAPHQL_VALIDATION_FAILED |  | persons  | businesses  | 0");

    [Fact]
    public Task A_change_is_entered() => EntersAsync(
        Callers.Steward, "mutation { setKurSetting(input: { name: \"nothing\", value: \"1\", reason: \"r\" }) { errors { code } } }",
        "CHANGE | ANSWERED | - | Mutation.setKurSetting | persons  | businesses  | 0");

    [Fact]
    public async Task The_case_is_entered_and_a_nik_that_somebody_put_into_it_is_not()
    {
        await fixture.Hub.AskAsync(
            Callers.Bank with { CaseNumber = $"BL-2026/{Samples.FirstNik}" },
            $"query Lihat_{Samples.FirstNik}($nib: NIB!) {{ business(nib: $nib) {{ owner {{ name }} }} }}",
            new { nib = Samples.FirstNib });
        await using var command = fixture.DataSource.CreateCommand(
            "select case_number || ' ' || operation || ' ' || organisation || ' ' || purpose from audit.entry where case_number is not null");
        Assert.Equal("BL-2026/xxxxxxxxxxxxxxxx Lihat_xxxxxxxxxxxxxxxx 002 KUR_ELIGIBILITY", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Each_of_many_at_once_is_entered_once()
    {
        var before = await fixture.LastAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => fixture.Hub.AskAsync(
            Callers.Bank, $"query Q{i} {{ business(nib: \"{1 + (i % 9):D13}\") {{ owner {{ name }} }} }}")));
        await using var command = fixture.DataSource.CreateCommand(
            "select count(distinct operation)::text || ' of ' || count(*) from audit.entry where operation ~ '^Q[0-9]+$'");
        Assert.Equal("200 of 200", await command.ExecuteScalarAsync());
        Assert.Equal(200, (await fixture.EntriesAfterAsync(before)).Count);
        Assert.Null((await fixture.VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Who_hangs_up_while_the_answer_is_made_leaves_an_entry()
    {
        var before = await fixture.LastAsync();
        using var life = new CancellationTokenSource();
        await using (var locked = await TableLock.TakeAsync(fixture.DataSource, "registry.person"))
        {
            await using var request = fixture.Hub.Open(Callers.Bank);
            var asking = request.View.Engine.ExecuteAsync(
                request.View.Engine.Prepare("{ business(nib: \"0000000000001\") { owner { name } } }"), new OperationRequest(), request, life.Token).AsTask();
            await locked.WaitForAsync(1);
            await life.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        }
        var entries = await Eventually.Async(() => fixture.EntriesAfterAsync(before), found => found.Count > 0);
        Assert.Equal([$"LOOK | FAILED | - | {SeenOwner} | persons  | businesses  | 0"], entries);
    }

    [Fact]
    public async Task Each_payload_that_comes_later_is_entered_before_it_is_given()
    {
        var before = await fixture.LastAsync();
        await using var request = fixture.Hub.Open(Callers.Bank);
        var document = request.View.Engine.Prepare("{ business(nib: \"0000000000001\") { name capital ... @defer { owner { name } } } }");
        var result = await request.View.Engine.ExecuteIncrementallyAsync(document, new OperationRequest(), request, CancellationToken.None);
        var first = await fixture.EntriesAfterAsync(before);
        Assert.Equal("LOOK", Assert.Single(first).Split(' ')[0]);
        await foreach (var _ in result.Subsequent!) Assert.StartsWith("PART", (await fixture.EntriesAfterAsync(before))[^1]);
    }

    [Fact]
    public async Task The_owner_of_a_refusal_before_any_document_is_known()
    {
        var before = await fixture.LastAsync();
        await fixture.Hub.Ledger.RefusedAsync(Callers.Bank with { Purpose = "" }, "PURPOSE_REQUIRED");
        await fixture.Hub.Ledger.ChangedAsync(Callers.Steward, "Mutation.setPartner", Subject.Person(3));
        Assert.Equal(
            ["REFUSAL | REFUSED | PURPOSE_REQUIRED |  | persons  | businesses  | 0", "CHANGE | ANSWERED | - | Mutation.setPartner | persons 3 | businesses  | 0"],
            await fixture.EntriesAfterAsync(before));
    }

    private async Task EntersAsync(Caller caller, string document, params string[] entries)
    {
        var before = await fixture.LastAsync();
        await fixture.Hub.AskAsync(caller, document);
        Assert.Equal(entries, await fixture.EntriesAfterAsync(before));
        Assert.Empty(fixture.Failures);
    }
}
