using System.Text.Json;

namespace DataHub.Bench.Floor;

/// <summary>Members of answers that are objects or lists.</summary>
internal static class Names
{
    public static readonly JsonEncodedText Nodes = JsonEncodedText.Encode("nodes");
    public static readonly JsonEncodedText Business = JsonEncodedText.Encode("business");
    public static readonly JsonEncodedText Businesses = JsonEncodedText.Encode("businesses");
    public static readonly JsonEncodedText BusinessesByNib = JsonEncodedText.Encode("businessesByNib");
    public static readonly JsonEncodedText District = JsonEncodedText.Encode("district");
    public static readonly JsonEncodedText Regency = JsonEncodedText.Encode("regency");
    public static readonly JsonEncodedText Certificates = JsonEncodedText.Encode("certificates");
    public static readonly JsonEncodedText Loans = JsonEncodedText.Encode("loans");
    public static readonly JsonEncodedText Trainings = JsonEncodedText.Encode("trainings");
    public static readonly JsonEncodedText Programme = JsonEncodedText.Encode("programme");
    public static readonly JsonEncodedText Products = JsonEncodedText.Encode("products");
    public static readonly JsonEncodedText Listings = JsonEncodedText.Encode("listings");
    public static readonly JsonEncodedText Statistics = JsonEncodedText.Encode("statistics");
    public static readonly JsonEncodedText Rows = JsonEncodedText.Encode("rows");
    public static readonly JsonEncodedText PageInfo = JsonEncodedText.Encode("pageInfo");
    public static readonly JsonEncodedText HasNextPage = JsonEncodedText.Encode("hasNextPage");
    public static readonly JsonEncodedText EndCursor = JsonEncodedText.Encode("endCursor");
}
