using System.Globalization;
using DataHub.Feeds.Loading;
using DataHub.Testing;

namespace DataHub.Tests.Feeds;

/// <summary>Values in the format of COPY, as PostgreSQL takes them.</summary>
public sealed class CopyBufferTests
{
    private static readonly decimal[] Numbers =
    [
        0m, 0.00m, 0.05m, 0.5m, 1m, 12.5m, -12.34m, 9_999m, 10_000m, 10_000.01m, 100_000_000m, 1_234_567_890.12m, 40_000_000.00m,
        9_999_999_999_999_999.99m, -0.01m,
    ];

    [Fact]
    public async Task Numbers_arrive_as_they_were()
    {
        var buffer = new CopyBuffer();
        foreach (var number in Numbers)
        {
            buffer.StartRow(2);
            buffer.Text(number.ToString(CultureInfo.InvariantCulture));
            buffer.Numeric(number);
        }
        await using var database = await CopiedAsync("told text, number numeric(18, 2)", buffer);
        Assert.Equal($"{Numbers.Length}|{Numbers.Length}", await ValueAsync(
            database, "select count(*) || '|' || count(*) filter (where number = told::numeric and number::text = round(told::numeric, 2)::text) from copied"));
    }

    [Fact]
    public async Task Every_other_kind_of_value_arrives_as_it_was()
    {
        var buffer = new CopyBuffer();
        buffer.StartRow(9);
        buffer.Int(-7);
        buffer.Date(new DateOnly(1900, 1, 1));
        buffer.Date(new DateOnly(2076, 12, 31));
        buffer.Bool(true);
        buffer.Double(4.25);
        buffer.Text("Warung “Bu Siti” – 🍜");
        buffer.Bytes([0, 255, 7]);
        buffer.Texts(["nib", "kode \"wilayah\""]);
        buffer.Texts([]);
        buffer.StartRow(9);
        for (var i = 0; i < 9; i++) buffer.Null();
        await using var database = await CopiedAsync(
            "i int, early date, late date, flag boolean, rating float8, name text, bytes bytea, two text[], none text[]", buffer);
        Assert.Equal("""""(-7,1900-01-01,2076-12-31,t,4.25,"Warung “Bu Siti” – 🍜","\\x00ff07","{nib,""kode \\""wilayah\\""""}",{})""""",
            await ValueAsync(database, "select copied::text from copied where i is not null"));
        Assert.Equal("(,,,,,,,,)", await ValueAsync(database, "select copied::text from copied where i is null"));
    }

    [Fact]
    public async Task A_text_longer_than_the_memory_at_hand_arrives_whole()
    {
        var buffer = new CopyBuffer();
        for (var i = 0; i < 3; i++)
        {
            buffer.StartRow(1);
            buffer.Text(new string('é', 150_000));
        }
        await using var database = await CopiedAsync("name text", buffer);
        Assert.Equal("3|900000", await ValueAsync(database, "select count(*) || '|' || sum(octet_length(name)) from copied"));
    }

    [Fact]
    public void Keys_that_differ_are_told_apart_and_one_twice_is_noticed()
    {
        var seen = new KeysSeen();
        seen.Add([.. Enumerable.Range(0, 100_000).Select(i => KeysSeen.HashOf($"18.02/{i:D7}"))]);
        Assert.False(seen.MayRepeat);
        seen.Add([KeysSeen.HashOf("18.02/0077777")]);
        Assert.True(seen.MayRepeat);
    }

    private static async Task<TestDatabase> CopiedAsync(string columns, CopyBuffer rows)
    {
        var database = await TestDatabase.CreateAsync();
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using (var create = connection.CreateCommand())
        {
            create.CommandText = $"create table public.copied ({columns})";
            await create.ExecuteNonQueryAsync();
        }
        await using var copy = await connection.BeginRawBinaryCopyAsync("copy public.copied from stdin (format binary)");
        await copy.WriteAsync(CopyBuffer.Header);
        await copy.WriteAsync(rows.Written);
        await copy.WriteAsync(CopyBuffer.Trailer);
        return database;
    }

    private static async Task<string> ValueAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
