using System.Globalization;

namespace DataHub.Bench.Comparison;

/// <summary>What <c>./datahub bench</c> was told.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        usage: ./datahub bench [options]

          --quick               one short round at 8 connections; for a look, not for figures
          --only Q1,Q2,…        some of the seven queries
          --systems a,b,…       some of: floor, hub, before, mercurius, postgraphile
          --queries PATH        other queries: a .graphql file or a folder of them, each with a .json of the same name beside it that
                                holds its variables (an object, or a list of them to take in turn); asked of the hub (and of --against)
          --against DLL         a second build of the hub (DataHub.Api.dll), measured beside the first one as "before"
          --seconds S           length of one measurement at 8 connections (default 2)
          --rounds N            rounds at 8 connections (default 3)
          --connections 1,8,32  numbers of connections
          --no-memory           without the minute under 64 connections
          --ledger              the hub with its ledger beside the same build without: what an entry costs (also of --against)
          --policy              the hub beside the same build without walls, masks, consent, limits and costs: what policy costs a
                                steward, a bank and a dashboard (5 rounds at 8 connections; gives consents in the built-in database)
          --data DIR            data folder of the built-in database (default artifacts/bench-data; kept)

        With ConnectionStrings__DataHub set, that database is measured as it is.
        ./datahub bench engine|executor: the engine's parts, without a database.
        """;

    private static readonly string[] Standard = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q5 exact", "Q6", "Q7"];

    /// <summary>The hub's build, DataHub.Api.dll.</summary>
    public string Hub { get; private set; } = "";

    public string? Against { get; private set; }

    public string Data { get; private set; } = Path.Combine(Repository.Root, "artifacts", "bench-data");

    public bool Quick { get; private set; }

    public bool Memory { get; private set; } = true;

    public IReadOnlyList<string> Only { get; private set; } = Standard;

    /// <summary>Null: all that can be had.</summary>
    public IReadOnlyList<string>? Systems { get; private set; }

    public string? Queries { get; private set; }

    /// <summary>The hub with its ledger beside the hub without, and nobody else.</summary>
    public bool Ledger { get; private set; }

    /// <summary>The hub beside one without its policy, and nobody else.</summary>
    public bool Policy { get; private set; }

    public double Seconds { get; private set; } = 2;

    public int Rounds { get; private set; } = 3;

    public IReadOnlyList<int> Connections { get; private set; } = [1, 8, 32];

    /// <summary>Throws <see cref="BenchException"/> with the usage when the words cannot be read.</summary>
    public static BenchOptions Read(IReadOnlyList<string> words)
    {
        var options = new BenchOptions();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (options.TakeFlag(word)) continue;
            if (++i == words.Count || !options.TakeValue(word, words[i])) throw new BenchException($"{word} is not understood.\n\n{Usage}");
        }
        if (options.Policy && (options.Ledger || options.Against is not null || options.Queries is not null))
            throw new BenchException($"--policy is measured alone, on its own queries.\n\n{Usage}");
        if (!File.Exists(options.Hub)) throw new BenchException($"--hub must name a built DataHub.Api.dll.\n\n{Usage}");
        return options;
    }

    public bool Wants(string system) => Systems?.Contains(system) ?? true;

    private bool TakeFlag(string word)
    {
        switch (word)
        {
            case "--quick":
                (Quick, Seconds, Rounds, Connections) = (true, 1, 1, [8]);
                return true;
            case "--no-memory":
                Memory = false;
                return true;
            case "--ledger":
                (Ledger, Memory) = (true, false);
                return true;
            case "--policy":
                // Some per cent are looked for: more rounds, and no more than the figures that count.
                (Policy, Memory, Rounds, Connections) = (true, false, Math.Max(Rounds, 5), [8]);
                return true;
            default: return false;
        }
    }

    private bool TakeValue(string word, string value)
    {
        switch (word)
        {
            case "--hub": Hub = Path.GetFullPath(value); break;
            case "--against": Against = Path.GetFullPath(value); break;
            case "--data": Data = Path.GetFullPath(value); break;
            case "--queries": Queries = Path.GetFullPath(value); break;
            case "--only": Only = [.. Standard.Where(name => value.Split(',').Contains(name.Split(' ')[0]))]; break;
            case "--systems": Systems = value.Split(','); break;
            case "--seconds": Seconds = double.Parse(value, CultureInfo.InvariantCulture); break;
            case "--rounds": Rounds = int.Parse(value, CultureInfo.InvariantCulture); break;
            case "--connections": Connections = [.. value.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))]; break;
            default: return false;
        }
        return true;
    }
}
