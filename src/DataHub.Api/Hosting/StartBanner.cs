using System.Text;
using DataHub.Api.Http;
using DataHub.Api.Identity.Sandbox;

namespace DataHub.Api.Hosting;

/// <summary>The last words of a start: where the hub is, who may ask, and a line to paste.</summary>
public static class StartBanner
{
    private const string Query = "{ businesses(first: 3) { totalCount nodes { nib name scale } } }";

    public static string Text(string address, bool hasSandbox)
    {
        var text = new StringBuilder().AppendLine().AppendLine($"The hub answers at {address}{GraphQLEndpoint.Path}");
        if (!hasSandbox) return text.ToString();
        text.AppendLine().AppendLine($"Sandbox clients (secret: {SandboxClient.Secret}), tokens at {address}{TokenEndpoint.Path}:");
        foreach (var client in SandboxClient.All) text.AppendLine($"  {client.Id,-19} {string.Join(' ', client.Scopes)}");
        return text.AppendLine().AppendLine("Try it:").AppendLine(CurlLine(address)).ToString();
    }

    /// <summary>One shell line that asks for a bank's token and sends a query with it; needs curl and sed only.</summary>
    public static string CurlLine(string address) =>
        $"curl -s {address}{GraphQLEndpoint.Path} -H \"Authorization: Bearer $(curl -s -u bank-sandbox:{SandboxClient.Secret} "
        + $"-d grant_type=client_credentials {address}{TokenEndpoint.Path} | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\" "
        + $"-H 'Content-Type: application/json' -d '{{\"query\":\"{Query}\"}}'";
}
