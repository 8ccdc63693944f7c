namespace DataHub.Bench.Engine;

/// <summary>What a bank's screen asks: 60 fields with fragments, arguments and variables, two pages and a condition.</summary>
internal static class SixtyFields
{
    public const string Variables =
        """{"nib":"1904236940279","regencies":["18.01","18.02"],"first":20,"after":null,"amount":"60000000","withMarket":true}""";

    public const string Text =
        """
        # Screen: applicant, with others of the place beside it
        query Applicant($nib: NIB!, $regencies: [String!], $first: Int = 10, $after: String, $amount: Rupiah!, $withMarket: Boolean!) {
          business(nib: $nib) {
            ...BusinessParts
            capital
            annualSales
            owner {
              id
              name
              gender
            }
            loans(first: 5) {
              nodes {
                id
                plafon
              }
              totalCount
            }
            certificates(first: 10) @include(if: $withMarket) {
              nodes {
                id
                number
                kind
                issuedOn
                expiresOn
                status
              }
            }
            products(first: $first) @include(if: $withMarket) {
              nodes {
                name
                category
                price
              }
            }
          }
          decision: kurEligibility(input: { nib: $nib, kind: MIKRO, amount: $amount }) {
            outcome
            regulation
            rate
            rules {
              id
              article
              result
              found
            }
          }
          around: businesses(where: { regency: { code: { in: $regencies } }, scale: { in: [MIKRO] } }, first: $first, after: $after) {
            nodes {
              ...BusinessParts
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }

        fragment BusinessParts on Business {
          id
          nib
          name
          scale
          kbli
          status
          regency {
            code
            name
          }
        }
        """;
}
