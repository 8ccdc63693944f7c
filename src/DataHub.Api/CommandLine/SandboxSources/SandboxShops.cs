using System.Globalization;
using System.Text.Json.Nodes;
using DataHub.Feeds;

namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>A marketplace: <c>/marketplace/oauth/token</c> and <c>/marketplace/shops</c>.</summary>
internal sealed class SandboxShops(SandboxData data) : SandboxSource("marketplace")
{
    // A shop's change has a number; as a time it is so many minutes after this.
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly FeedDefinition Feed = FeedCatalogue.Get("MARKETPLACE");

    public override void Map(WebApplication app)
    {
        app.MapPost("/marketplace/oauth/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return form["client_id"] == Secret && form["client_secret"] == Secret
                ? Results.Json(new { access_token = NewToken(), token_type = "Bearer", expires_in = 3600 })
                : Results.Json(new { error = "invalid_client" }, statusCode: 400);
        });
        app.MapGet("/marketplace/shops", (HttpRequest request) =>
            HasToken(request) || request.Headers["X-Api-Key"] == Secret ? Page(request.Query) : Refused());
    }

    public override void Touch(int records)
    {
        foreach (var record in data.Of("MARKETPLACE").Take(records))
            data.Change("MARKETPLACE", record.Key, "jumlah_produk", $"{record.Version % 90}");
    }

    protected override void Spoil(JsonObject record, int turn)
    {
        if (turn % 2 == 0) record["rating"] = new JsonObject { ["bintang"] = 5 };
        else record.Remove("shop_id");
    }

    private IResult Page(IQueryCollection query)
    {
        var hasSince = DateTimeOffset.TryParse(query["updated_since"], CultureInfo.InvariantCulture, out var since);
        if (Switches.Takes(SandboxFault.Backwards) || !hasSince) since = DateTimeOffset.MinValue;
        var limit = int.Parse(query["limit"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
        var first = int.TryParse(query["cursor"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var shops = data.Of("MARKETPLACE").Where(record => ChangedAt(record) >= since).ToList();
        return Results.Json(new JsonObject
        {
            ["data"] = List(shops.Skip(first).Take(limit).Select(Shop)),
            ["next"] = first + limit < shops.Count ? (first + limit).ToString(CultureInfo.InvariantCulture) : null,
            ["total"] = shops.Count,
        });
    }

    private static DateTimeOffset ChangedAt(SandboxRecord record) => Begin.AddMinutes(record.Version);

    private static JsonObject Shop(SandboxRecord record)
    {
        var shop = new JsonObject { ["updated_at"] = ChangedAt(record).ToString("O", CultureInfo.InvariantCulture), ["badge"] = "star" };
        foreach (var column in Feed.Columns.Select(column => column.Name))
        {
            var text = record[column];
            shop[column] = column switch
            {
                _ when text.Length == 0 => null,
                "jumlah_produk" or "omzet_12_bulan" => long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : text,
                "rating" => double.TryParse(text, CultureInfo.InvariantCulture, out var rating) ? rating : text,
                _ => text,
            };
        }
        return shop;
    }
}
