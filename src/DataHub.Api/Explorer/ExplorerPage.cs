using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace DataHub.Api.Explorer;

/// <summary>
/// GraphiQL for people with a browser, in the environments Development and Sandbox. The files are bundled at build time and nothing is
/// loaded from another host. The page itself holds nothing of the contract: its queries need a token like all others.
/// </summary>
internal sealed class ExplorerPage
{
    /// <summary>Where the page's parts are.</summary>
    public const string Path = "/explorer/{file}";

    // Scripts and styles from this host alone, no inline ones, no frames around the page and no forms to other places.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string PageFile = "index.html";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [PageFile] = "text/html; charset=utf-8",
        ["explorer.css"] = "text/css; charset=utf-8",
        ["explorer.js"] = "text/javascript; charset=utf-8",
        ["graphiql.css"] = "text/css; charset=utf-8",
        ["graphiql.js"] = "text/javascript; charset=utf-8",
        ["licences.txt"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "explorer");

    /// <summary>True for a browser that opens the endpoint's address: it asks for a page, and asks nothing of the graph.</summary>
    public static bool IsAskedFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.QueryString.Value is null or ""
        && !request.Headers.ContainsKey(HeaderNames.Authorization)
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        && ranges.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>The page, or a line that says why there is none.</summary>
    public static Task WritePageAsync(HttpContext http) => WriteAsync(http, PageFile);

    /// <summary>A part of the page; 404 for every other name.</summary>
    public static Task WritePartAsync(HttpContext http) => WriteAsync(http, (string)http.Request.RouteValues["file"]!);

    private static async Task WriteAsync(HttpContext http, string name)
    {
        if (!ContentTypes.TryGetValue(name, out var contentType))
        {
            http.Response.StatusCode = 404;
            return;
        }
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        var file = System.IO.Path.Combine(Folder, name);
        if (File.Exists(file))
        {
            http.Response.ContentType = contentType;
            await http.Response.SendFileAsync(file, http.RequestAborted);
            return;
        }
        http.Response.StatusCode = 404;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync("The explorer was not bundled when the hub was built: npm was missing.\n", http.RequestAborted);
    }
}
