using System.Text.Json;

namespace DataHub.Feeds.Sources.Sikp;

/// <summary>A page of contracts.</summary>
/// <param name="Contracts">As received.</param>
/// <param name="HasMore">Whether there are later ones.</param>
internal sealed record SikpContracts(IReadOnlyList<JsonElement> Contracts, bool HasMore);

/// <summary>What of a debtor's upload (calon) the hub uses.</summary>
/// <param name="Name">As the lender entered it.</param>
/// <param name="RegencyCode">Four digits without dot.</param>
/// <param name="Licence"><c>ijin_usaha</c>: a NIB, or the number of an older licence.</param>
public sealed record SikpCandidate(string Name, string RegencyCode, string Licence);

/// <summary>What a person has had and has of one kind of KUR; in rupiah.</summary>
/// <param name="Scheme"><c>skema</c> as the source writes it.</param>
/// <param name="Cap">Most that a person may have in all.</param>
/// <param name="Used">Of it, used so far.</param>
/// <param name="ActiveCap">Most that may be active.</param>
/// <param name="Active">Active now.</param>
/// <param name="Lender">Code of the bank whose loan is active; empty when none is.</param>
public sealed record SikpPlafon(string Scheme, decimal Cap, decimal Used, decimal ActiveCap, decimal Active, string Lender);
