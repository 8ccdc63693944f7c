using System.Text;
using DataHub.Feeds;
using DataHub.Feeds.Reading;
using DataHub.Testing;

namespace DataHub.Tests.Feeds;

/// <summary>Files as they arrive: encodings, separators, headers, broken rows.</summary>
public sealed class FileTests : IDisposable
{
    private const string Header = "id_listing,id_produk,shop_id,harga,terjual,tanggal_tayang";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public async Task An_encoding_is_told_by_the_whole_file_even_when_its_first_accent_comes_late(string name, bool mark)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        var text = new StringBuilder(Header).Append("\r\n");
        for (var i = 0; i < 20_000; i++) text.Append($"L{i},P1,S1,1000,1,2024-05-23\r\n");
        text.Append("L-é,P1,S1,1000,1,2024-05-23\r\n");
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text.ToString())];
        var rows = await RowsAsync(bytes);
        Assert.Equal(20_001, rows.Count);
        Assert.Equal("L-é", rows[^1].Fields![0]);
    }

    [Theory]
    [InlineData(",", "\n")]
    [InlineData(";", "\r\n")]
    [InlineData("\t", "\r\n")]
    [InlineData(";", "\r")]
    [InlineData("|", "\n")]
    public async Task Separators_and_line_ends_are_told(string separator, string lineEnd)
    {
        var text = $"{Header}\nL1,P1,S1,1000,1,2024-05-23\nL2,P2,S2,2000,2,2024-05-24\n";
        var rows = await RowsAsync(Encoding.UTF8.GetBytes(text.Replace(",", separator, StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal)));
        Assert.Equal(["L1/2", "L2/3"], rows.Select(row => $"{row.Fields![0]}/{row.Line}"));
    }

    [Fact]
    public async Task Columns_may_come_in_any_order_and_case()
    {
        var rows = await RowsAsync("Shop ID;TERJUAL;id_listing; ID_PRODUK ;Harga;tanggal tayang\nS1;5;L1;P1;1000;2024-05-23\n");
        Assert.Equal(["L1", "P1", "S1", "1000", "5", "2024-05-23"], rows.Single().Fields!);
    }

    [Fact]
    public async Task A_line_is_the_physical_one_on_which_its_row_begins()
    {
        var rows = await RowsAsync($"{Header}\nL1,\"P\n1\",S1,1,1,2024-05-23\n\nL2,P2,S1,1,1,2024-05-23\n");
        Assert.Equal([2, 5], rows.Select(row => row.Line));
        Assert.Equal("P\n1", rows[0].Fields![1]);
    }

    [Fact]
    public async Task A_stray_quotation_mark_costs_its_own_row_only()
    {
        var rows = await RowsAsync($"{Header}\nL1,\"P1,S1,1,1,2024-05-23\nL2,P2,S1,1,1,2024-05-23\nL3,\"P3\",S1,1,1,2024-05-23\n");
        Assert.Equal([(2, Reasons.UnclosedQuote), (3, null), (4, null)], rows.Select(row => (row.Line, row.Reason)));
    }

    [Fact]
    public async Task A_row_with_fields_too_many_or_too_few_is_rejected()
    {
        var rows = await RowsAsync($"{Header}\nL1,P1,S1\nL2,P2,S1,1,1,2024-05-23,9\nL3,P2,S1,1,1,2024-05-23,\n");
        Assert.Equal([Reasons.WrongFieldCount, Reasons.WrongFieldCount, null], rows.Select(row => row.Reason));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    public async Task A_quoted_line_end_and_a_missing_last_one_are_read_in_every_encoding(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        var text = $"\r\n{Header.Replace(",", "\t", StringComparison.Ordinal)}\t\t\r\n\r\nL1\t\"Kopi\r\nSusu é\"\tS1\t1\t1\t2024-05-23\t\t\r\n \r\n\r\nL2\tP2\tS2\t1\t1\t2024-05-23\t\t";
        var rows = await RowsAsync(encoding.GetBytes(text));
        Assert.Equal(["L1|Kopi\r\nSusu é|4", "L2|P2|8"], rows.Select(row => $"{row.Fields![0]}|{row.Fields[1]}|{row.Line}"));
    }

    [Fact]
    public async Task Columns_that_the_hub_does_not_know_are_left_aside()
    {
        var rows = await RowsAsync("\uFEFFNo;ID Listing;catatan;id_produk;SHOP-ID;harga;terjual;Tanggal Tayang;;\n1;L1;baik;P1;S1;1;1;2024-05-23;;\n");
        Assert.Equal(["L1", "P1", "S1", "1", "1", "2024-05-23"], rows.Single().Fields!);
    }

    [Fact]
    public async Task What_Excel_writes_before_the_header_is_no_header() =>
        Assert.Equal("L1", (await RowsAsync($"sep=;\n{Header.Replace(',', ';')}\nL1;P1;S1;1;1;2024-05-23")).Single().Fields![0]);

    [Fact]
    public async Task A_header_alone_is_a_file_without_rows() => Assert.Empty(await RowsAsync(Header + "\n"));

    [Fact]
    public async Task An_unknown_header_is_refused_with_what_is_missing()
    {
        var refusal = await RefusalAsync(Encoding.UTF8.GetBytes("id_listing,id_produk,shop_id,price,terjual\n"));
        Assert.Equal("LISTING", refusal.Feed);
        Assert.Contains("missing columns: harga, tanggal_tayang", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("unknown columns: price", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        Assert.Contains("empty", (await RefusalAsync([])).Message, StringComparison.Ordinal);
        Assert.Contains("workbook", (await RefusalAsync([.. "PK\u0003\u0004"u8, 0, 0, 8, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("not text", (await RefusalAsync([.. Encoding.UTF8.GetBytes(Header), 10, 0, 1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("not the header", (await RefusalAsync("hello\nworld\n"u8.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_early()
    {
        var bytes = new byte[8 << 20];
        bytes.AsSpan().Fill((byte)'x');
        Assert.Contains("longer than 1024 kB", (await RefusalAsync(bytes)).Message, StringComparison.Ordinal);
    }

    private Task<List<RawRow>> RowsAsync(string text) => RowsAsync(Encoding.UTF8.GetBytes(text));

    private async Task<List<RawRow>> RowsAsync(byte[] bytes)
    {
        var path = folder.Of("file.csv");
        await File.WriteAllBytesAsync(path, bytes);
        using var file = await FeedFile.OpenAsync(path, CancellationToken.None);
        return [.. file.Rows()];
    }

    private Task<FeedRefusedException> RefusalAsync(byte[] bytes) =>
        Assert.ThrowsAsync<FeedRefusedException>(() => RowsAsync(bytes));
}
