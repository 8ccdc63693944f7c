using DataHub.GraphQL.Errors;

namespace DataHub.Partners;

/// <summary>Why a client has no access, by stable codes.</summary>
public static class PartnerRefusals
{
    /// <summary>The client is no partner's.</summary>
    public const string ClientUnknown = "CLIENT_UNKNOWN";

    /// <summary>The agreement has ended.</summary>
    public const string AgreementExpired = "AGREEMENT_EXPIRED";

    /// <summary>The agreement has not begun.</summary>
    public const string AgreementNotYet = "AGREEMENT_NOT_YET";

    /// <summary>Access is suspended.</summary>
    public const string PartnerSuspended = "PARTNER_SUSPENDED";

    /// <summary>The request comes from elsewhere than agreed.</summary>
    public const string NetworkNotAllowed = "NETWORK_NOT_ALLOWED";

    /// <summary>The document is not one of those agreed.</summary>
    public const string DocumentNotAllowed = "DOCUMENT_NOT_ALLOWED";

    /// <summary>The token names another organisation than the client's.</summary>
    public const string OrganisationMismatch = "ORGANISATION_MISMATCH";

    internal static readonly GraphQLError Unknown = new("No agreement covers this client.", ClientUnknown);
    internal static readonly GraphQLError Expired = new("The agreement of this client has ended.", AgreementExpired);
    internal static readonly GraphQLError NotYet = new("The agreement of this client has not begun.", AgreementNotYet);
    internal static readonly GraphQLError Suspended = new("Access of this client is suspended.", PartnerSuspended);
    internal static readonly GraphQLError Network = new("This client may not ask from this network.", NetworkNotAllowed);
    internal static readonly GraphQLError Document = new("This client may run the documents of its agreement only.", DocumentNotAllowed);
    internal static readonly GraphQLError Organisation = new("The access token names another organisation than the client's.", OrganisationMismatch);
}
