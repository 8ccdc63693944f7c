namespace DataHub.Testing.Linkage.Labelled;

/// <summary>A trade: its KBLI 2020 code, how often it occurs, what its businesses call themselves, how a bank's clerk names it.</summary>
internal sealed record TradeWords(string Kbli, int Weight, bool Food, string[] Words, string[] Clerk)
{
    public static readonly TradeWords[] All =
    [
        new("47112", 280, false, ["Toko", "Warung", "Toko Kelontong", "Warung Sembako"], ["Warung", "Perdagangan Eceran", "Toko"]),
        new("56101", 162, true,
            ["Mie Ayam", "Sate", "Bakso", "Warung Makan", "Soto", "Rumah Makan", "Pecel Lele"], ["Rumah Makan", "Warung Makan"]),
        new("10794", 152, true, ["Keripik", "Keripik Singkong", "Aneka Keripik", "Keripik Pisang"], ["Keripik"]),
        new("10710", 117, true, ["Donat", "Roti", "Bolu", "Aneka Kue", "Kue Basah", "Kue Kering"], ["Kue", "Roti"]),
        new("10761", 89, true, ["Kopi", "Kopi Bubuk", "Kopi Robusta"], ["Kopi"]),
        new("45407", 86, false, ["Bengkel", "Bengkel Las", "Bengkel Motor"], ["Bengkel"]),
        new("10391", 76, true, ["Tahu", "Tempe", "Tahu Tempe"], ["Tahu Tempe", "Tempe"]),
        new("10792", 65, true, ["Kerupuk", "Kemplang", "Opak", "Kerupuk Kemplang"], ["Kerupuk", "Opak"]),
        new("47711", 64, false, ["Fashion", "Butik", "Hijab", "Toko Pakaian"], ["Pakaian"]),
        new("11040", 63, true, ["Minuman Herbal", "Jus", "Jamu", "Es Teh"], ["Minuman"]),
        new("14111", 60, false, ["Penjahit", "Konveksi", "Jahit"], ["Konveksi"]),
        new("01462", 54, false, ["Peternakan", "Ternak", "Ternak Ayam", "Ternak Lele", "Ternak Kambing"], ["Ternak"]),
        new("56210", 53, true, ["Nasi Box", "Dapur", "Katering"], ["Katering"]),
        new("47414", 51, false, ["Cell", "Konter", "Konter Pulsa"], ["Pulsa", "Konter"]),
        new("47525", 38, false, ["Toko Bangunan", "Depot Pasir", "Batako"], ["Bahan Bangunan"]),
        new("96112", 33, false, ["Barbershop", "Rias Pengantin", "Salon"], ["Salon"]),
        new("10772", 32, true, ["Sambal", "Sambal Seruit", "Bumbu"], ["Sambal"]),
        new("47763", 31, false, ["Toko Tani", "Saprotan", "Pupuk"], ["Tani"]),
        new("31001", 29, false, ["Mebel", "Furniture"], ["Mebel"]),
        new("96200", 28, false, ["Binatu", "Laundry"], ["Laundry"]),
        new("13912", 21, false, ["Sulam Usus", "Batik", "Tapis"], ["Tapis"]),
        new("82190", 20, false, ["Percetakan", "Digital Printing", "Fotokopi"], ["Fotokopi"]),
    ];

    public static readonly int[] Weights = Array.ConvertAll(All, trade => trade.Weight);
}
