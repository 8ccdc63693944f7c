using DataHub.Api.Documents;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Api.Tests.Documents;

/// <summary>A change of the contract that breaks a consumer is found before it is released.</summary>
public sealed class ContractChangeTests
{
    [Fact]
    public void The_stored_documents_fit_the_contract()
    {
        var check = CheckAfter(sdl => sdl);
        Assert.True(check.Faults.Count == 0, check.Message);
    }

    [Theory]
    [InlineData("  annualSales: Rupiah", "  yearlySales: Rupiah", "bank/applicant.graphql", "bank", "Business.annualSales")]
    [InlineData(
        "  suppressedRows: Int!", "  hidden: Int!", "university/businesses-by-place.graphql", "university", "Statistics.suppressedRows")]
    [InlineData("  sellerVerification(", "  verification(", "partner/seller-verification.graphql", "partner", "Query.sellerVerification")]
    [InlineData("  setKurSetting(", "  changeKurSetting(", "steward/set-kur-setting.graphql", "steward", "Mutation.setKurSetting")]
    [InlineData("    parent: String", "    above: String", null, null, null)]
    [InlineData("  businessesByNib(", "  byNib(", "partner/sellers-status.graphql", "partner", "Query.businessesByNib")]
    [InlineData("  provenance: [Provenance!]!", "  provenances: [Provenance!]!", "owner/my-businesses.graphql", "owner", "Business.provenance")]
    public void A_change_that_breaks_a_document_names_consumer_file_and_field(
        string before, string after, string? file, string? consumer, string? field)
    {
        var check = CheckAfter(sdl => sdl.Replace(before, after, StringComparison.Ordinal));
        if (file is null) Assert.True(check.Faults.Count == 0, check.Message);
        else
            Assert.Contains(check.Faults, fault =>
                fault.StartsWith($"schema/operations/{file}:", StringComparison.Ordinal)
                && fault.EndsWith($"(consumer {consumer}, field {field})", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_is_none_is_a_fault()
    {
        var check = new DocumentCheck(Engine(sdl => sdl).Prepare);
        Assert.Null(check.Read(new StoredDocument("bank", "broken.graphql", "query {"u8.ToArray())));
        Assert.Null(check.Read(new StoredDocument("bank", "latin1.graphql", new byte[] { (byte)'#', 0xE9 })));
        Assert.Null(check.Read(new StoredDocument("bank", "fragment.graphql", "fragment F on Me { client }"u8.ToArray())));
        Assert.Null(check.Read(new StoredDocument("bank", "empty.graphql", ""u8.ToArray())));
        Assert.StartsWith("schema/operations/bank/broken.graphql:1:8: ", check.Faults[0], StringComparison.Ordinal);
        Assert.Equal("schema/operations/bank/latin1.graphql: is not UTF-8 (consumer bank)", check.Faults[1]);
        Assert.Contains(check.Faults, fault => fault.StartsWith("schema/operations/bank/fragment.graphql", StringComparison.Ordinal));
        Assert.Contains(check.Faults, fault => fault.StartsWith("schema/operations/bank/empty.graphql", StringComparison.Ordinal));
    }

    private static DocumentCheck CheckAfter(Func<string, string> change)
    {
        var engine = Engine(change);
        var check = new DocumentCheck(engine.Prepare, engine.Schema);
        foreach (var document in StoredDocument.Embedded()) check.Read(document);
        return check;
    }

    private static GraphQLEngine Engine(Func<string, string> change) => new(
        SchemaBuilder.Build(Contract.Sources().Select(source => new Source(change(source.Text), source.Name))), new EngineOptions());
}
