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

    public static GraphQLError Unknown { get; } = new("No agreement covers this client.", ClientUnknown);
    public static GraphQLError Expired { get; } = new("The agreement of this client has ended.", AgreementExpired);
    public static GraphQLError NotYet { get; } = new("The agreement of this client has not begun.", AgreementNotYet);
    public static GraphQLError Suspended { get; } = new("Access of this client is suspended.", PartnerSuspended);
    public static GraphQLError Network { get; } = new("This client may not ask from this network.", NetworkNotAllowed);
    public static GraphQLError Document { get; } = new("This client may run the documents of its agreement only.", DocumentNotAllowed);
    public static GraphQLError Organisation { get; } = new("The access token names another organisation than the client's.", OrganisationMismatch);
}
