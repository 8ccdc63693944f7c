using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DataHub.Access.Budgets;
using DataHub.Shared;

namespace DataHub.Partners;

/// <summary>What of a partner does not hold together, in words for stewards.</summary>
internal sealed partial class PartnerCheck(Func<string, BudgetPlan?> planOf)
{
    private const int MostClients = 50;
    private const int MostDocuments = 1_000;
    private const int MostNetworks = 100;
    private const int LongestText = 200;

    /// <summary>Empty when all is well.</summary>
    public List<MutationError> Check(Partner partner)
    {
        var errors = new List<MutationError>();
        var kind = Partner.KindOf(partner.Kind);
        void Require(bool holds, string code, string message, string field)
        {
            if (!holds) errors.Add(new MutationError(code, message, field));
        }

        Require(Code().IsMatch(partner.Code), "INVALID_CODE", "A code is 1 to 64 letters, digits, '.', '_' and '-', and begins with a letter or digit.", "code");
        Require(IsText(partner.Name), "INVALID_NAME", "A name has 1 to 200 characters.", "name");
        Require(
            partner.Clients.Count <= MostClients && partner.Clients.All(client => ClientId().IsMatch(client)) && AreDistinct(partner.Clients),
            "INVALID_CLIENT", Text($"At most {MostClients} different clients, each 1 to 200 printable ASCII characters without spaces."), "clients");
        Require(
            AreDistinct(partner.Scopes) && partner.Scopes.All(kind.Scopes.Contains),
            "INVALID_SCOPE", $"A partner of this kind may have, each once: {string.Join(", ", kind.Scopes)}.", "scopes");
        Require(
            AreDistinct(partner.Purposes) && partner.Purposes.All(purpose => purpose == kind.Purpose),
            "INVALID_PURPOSE", $"A partner of this kind may have: {kind.Purpose}.", "purposes");
        Require(planOf(partner.Plan) is not null, "UNKNOWN_PLAN", "The settings have no plan of this name.", "plan");
        Require(
            partner.Documents is not { } documents || (documents.Count <= MostDocuments && documents.All(hash => Hash().IsMatch(hash))),
            "INVALID_DOCUMENT", Text($"At most {MostDocuments} documents, each by its SHA-256 as 64 digits of lower-case hex."), "documents");
        Require(
            partner.Networks.Count <= MostNetworks && partner.Networks.All(text => Partner.TryReadNetwork(text, out _)),
            "INVALID_NETWORK", Text($"At most {MostNetworks} networks like 203.0.113.0/24 or 2001:db8::/32, with nothing set behind the prefix."), "networks");
        Require(IsText(partner.Agreement), "INVALID_AGREEMENT", "The number of an agreement has 1 to 200 characters.", "agreement");
        Require(
            partner.ValidUntil is not { } until || until >= partner.ValidFrom, "INVALID_PERIOD", "An agreement cannot end before it begins.", "validUntil");
        return errors;
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;

    private static bool AreDistinct(IReadOnlyList<string> words) => words.Distinct(StringComparer.Ordinal).Count() == words.Count;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\x21-\x7e]{1,200}\z")]
    private static partial Regex ClientId();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
