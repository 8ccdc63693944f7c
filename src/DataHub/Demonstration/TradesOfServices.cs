namespace DataHub.Demonstration;

/// <summary>Services outside trade and food.</summary>
internal static class TradesOfServices
{
    public static readonly string[] Lines =
    [
        "96111|70|Pangkas Rambut;Barbershop;Potong Rambut|Perawatan|Potong Dewasa;Potong Anak;Cukur Jenggot;Cat Rambut;" +
            "Creambath;Keramas|10000|120000",
        "96112|110|Salon;Rias Pengantin;Salon Kecantikan|Perawatan|Rias Wisuda;Rias Pengantin;Facial;Smoothing;Manikur;" +
            "Potong Rambut|25000|3500000",
        "96200|140|Laundry;Binatu;Penatu|Binatu|Cuci Kiloan;Cuci Setrika;Cuci Karpet;Cuci Sepatu;Setrika;Cuci Selimut|5000|75000",
        "95210|40|Servis Elektronik;Elektronik;Servis|Perbaikan|Servis Televisi;Servis Kulkas;Servis Pompa;Servis Kipas;" +
            "Servis Audio;Gulung Dinamo|30000|450000",
        "95120|50|Servis HP;Servis Ponsel|Perbaikan|Ganti LCD;Ganti Baterai;Servis Mati Total;Instal Ulang;Ganti Konektor;" +
            "Buka Pola|30000|650000",
        "95110|25|Servis Komputer;Komputer|Perbaikan|Servis Laptop;Instal Ulang;Ganti Layar;Servis Printer;Tambah Memori;" +
            "Ganti Papan Ketik|40000|950000",
        "95291|25|Permak;Vermak Jeans|Jahit|Potong Celana;Ganti Ritsleting;Kecilkan Baju;Permak Gaun;Tambal Jaket;Obras|5000|75000",
        "82190|55|Fotokopi;Percetakan;Alat Tulis|Fotokopi|Fotokopi;Jilid;Laminating;Cetak Foto;Pindai;Cetak Dokumen|500|50000",
        "73100|15|Advertising;Reklame|Periklanan|Spanduk;Baliho;Neon Box;Stiker;Desain Logo;Brosur|15000|2500000",
        "74201|25|Studio Foto;Foto;Fotografi|Foto|Foto Wisuda;Foto Keluarga;Pasfoto;Foto Pernikahan;Video Acara;Foto Produk|15000|4500000",
        "85495|40|Bimbel;Les;Rumah Belajar|Pendidikan|Les Matematika;Les Bahasa Inggris;Les Calistung;Bimbel SD;Bimbel SMP;" +
            "Bimbel SMA|75000|650000",
        "49431|50|Angkutan;Jasa Angkut;Ekspedisi|Angkutan|Angkut Hasil Panen;Pindahan;Sewa Truk;Sewa Pikap;Antar Material;" +
            "Angkut Ternak|100000|3500000",
        "49424|30|Ojek;Antar Jemput|Angkutan|Ojek Harian;Antar Sekolah;Antar Belanja;Ojek Malam;Kurir Makanan;Antar Barang|5000|150000",
        "53201|15|Kurir;Jasa Kirim|Kurir|Kirim Reguler;Kirim Kilat;Kirim Kargo;Jemput Paket;Kirim Dokumen;Kirim Makanan|8000|250000",
        "77311|25|Rental Mobil;Rental;Sewa Motor|Sewa|Sewa Mobil Harian;Sewa Motor;Sewa Minibus;Sewa Mobil Pengantin;" +
            "Lepas Kunci;Antar Bandara|60000|1200000",
        "79121|12|Wisata;Tour;Biro Wisata|Wisata|Tur Pahawang;Tur Kiluan;Tur Krui;Tur Way Kambas;Open Trip;Paket Keluarga|150000|3500000",
        "55130|12|Homestay;Pondok;Penginapan|Penginapan|Kamar Standar;Kamar Keluarga;Sewa Rumah;Kamar AC;Paket Rombongan;" +
            "Tenda Camping|80000|950000",
        "81210|12|Cleaning Service;Jasa Bersih|Kebersihan|Bersih Rumah;Bersih Kantor;Cuci Sofa;Poles Lantai;Cuci Kasur;" +
            "Sedot Tungau|50000|950000",
        "82302|18|Wedding Organizer;Sewa Tenda;Tarub|Acara|Sewa Tenda;Sewa Kursi;Dekorasi;Sewa Panggung;Paket Pernikahan;" +
            "Sound System|150000|9500000",
        "62019|12|Digital;Studio Digital|Teknologi|Situs Web;Aplikasi Kasir;Kelola Medsos;Desain Grafis;Pelatihan Komputer;" +
            "Pemasangan CCTV|150000|9500000",
        "95230|14|Reparasi Sepatu;Sol Sepatu|Perbaikan|Sol Sepatu;Jahit Tas;Lem Sepatu;Ganti Hak;Semir;Servis Koper|8000|120000",
        "93116|8|Sanggar Senam;Gym|Kebugaran|Senam Harian;Anggota Bulanan;Zumba;Yoga;Pelatih Pribadi;Senam Aerobik|10000|450000",
    ];
}
