using System.Globalization;
using System.Text;
using DataHub.Feeds.Loading;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Feeds;

/// <summary>A hub of its own for one test: a migrated database, keys, a loader, and a folder to write files in.</summary>
public sealed class FeedWorld : IAsyncDisposable
{
    public const string Oss =
        "nib,nik_penanggung_jawab,nama_usaha,nama_pemilik,jenis_badan_usaha,kbli,skala,modal_usaha,alamat,kode_wilayah,telepon,email,"
        + "tanggal_terbit,status";

    public const string Sikp =
        "nomor_akad,nik,nama_debitur,nib,nama_usaha,kode_penyalur,skema_kur,plafon,outstanding,kolektibilitas,tanggal_akad,"
        + "tanggal_jatuh_tempo,kode_wilayah";

    private readonly TestDatabase database;
    private readonly TemporaryFolder folder = new();

    private FeedWorld(TestDatabase database)
    {
        this.database = database;
        Loader = new FeedLoader(database.DataSource, Protector, Clock);
    }

    public Protector Protector { get; } = new(HubKeys.Generate());

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    public FeedLoader Loader { get; }

    public NpgsqlDataSource DataSource => database.DataSource;

    public string Folder => folder.Path;

    public static async Task<FeedWorld> CreateAsync() => new(await TestDatabase.CreateAsync());

    public string Write(string name, params string[] lines) => Write(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public string Write(string name, byte[] bytes)
    {
        var path = folder.Of(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<FeedRunResult> LoadAsync(string name, params string[] lines) => await Loader.LoadAsync(Write(name, lines));

    /// <summary>The rows of a query, each as its values joined by |.</summary>
    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Text(reader.GetValue(i)));
            rows.Add(string.Join('|', values));
        }
        return rows;
    }

    public async Task<string> ValueAsync(string sql) => (await RowsAsync(sql)).Single();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    private static string Text(object value) => value switch
    {
        string[] list => string.Join(',', list),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
