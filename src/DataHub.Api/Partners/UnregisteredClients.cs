namespace DataHub.Api.Partners;

/// <summary>What becomes of clients that are no partner's. Setting <c>DataHub:Partners:Unregistered</c>.</summary>
public enum UnregisteredClients
{
    /// <summary>They have no access.</summary>
    Refuse,

    /// <summary>They have what their tokens say.</summary>
    ByToken,
}
