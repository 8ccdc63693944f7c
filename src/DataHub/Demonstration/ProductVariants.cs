namespace DataHub.Demonstration;

/// <summary>What tells a business's further products from its first ones.</summary>
internal static class ProductVariants
{
    private static readonly string[] OfFood =
    [
        "Original", "Pedas", "Manis", "Gurih", "Balado", "Keju", "Cokelat", "Jumbo", "Mini", "Spesial", "Kemasan Hemat", "Isi 5", "Isi 10",
        "Isi 20", "100 g", "200 g", "250 g", "500 g", "1 kg", "Rumput Laut", "Jagung Bakar", "Barbeku", "Rasa Susu", "Tanpa Gula",
        "Paket Keluarga", "Oleh-Oleh", "Premium", "Ekonomis",
    ];

    private static readonly string[] OfGoods =
    [
        "Kecil", "Sedang", "Besar", "Ukuran S", "Ukuran M", "Ukuran L", "Ukuran XL", "Merah", "Biru", "Hitam", "Putih", "Hijau", "Cokelat",
        "Motif Siger", "Motif Bunga", "Polos", "Grosir", "Eceran", "Isi 3", "Isi 6", "Isi 12", "Tipe A", "Tipe B", "Tipe C", "Premium",
        "Standar", "Ekonomis", "Edisi Lampung",
    ];

    private static readonly string[] OfServices =
    [
        "Paket A", "Paket B", "Paket C", "Paket D", "Harian", "Mingguan", "Bulanan", "Ekspres", "Reguler", "Siang", "Malam", "Akhir Pekan",
        "Panggilan", "Di Tempat", "Antar Jemput", "Rombongan", "Perorangan", "Anak", "Dewasa", "Pelajar", "Keluarga", "Kantor", "Sekolah",
        "Premium", "Hemat", "Lengkap", "Promo", "Langganan",
    ];

    /// <summary>Round 0 to 27; further rounds count on.</summary>
    public static string Of(Trade trade, int round)
    {
        var variants = trade.IsFood ? OfFood : trade.Group == Group.Services ? OfServices : OfGoods;
        return variants[round % variants.Length];
    }
}
