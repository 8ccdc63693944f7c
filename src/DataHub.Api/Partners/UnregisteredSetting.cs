namespace DataHub.Api.Partners;

/// <summary>Reads <c>DataHub:Partners:Unregistered</c>.</summary>
internal static class UnregisteredSetting
{
    private const string Name = "DataHub:Partners:Unregistered";

    /// <summary>
    /// Refuse, unless set, and in Development and Sandbox ByToken. Throws <see cref="StartRefusedException"/> for another word.
    /// </summary>
    public static UnregisteredClients From(IConfiguration configuration, string environment) => configuration[Name] switch
    {
        null => environment is "Development" or "Sandbox" ? UnregisteredClients.ByToken : UnregisteredClients.Refuse,
        nameof(UnregisteredClients.Refuse) => UnregisteredClients.Refuse,
        nameof(UnregisteredClients.ByToken) => UnregisteredClients.ByToken,
        _ => throw new StartRefusedException($"{Name} must be {nameof(UnregisteredClients.Refuse)} or {nameof(UnregisteredClients.ByToken)}."),
    };
}
