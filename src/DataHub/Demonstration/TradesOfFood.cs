namespace DataHub.Demonstration;

/// <summary>KBLI 2020 division 56 and food making (division 10).</summary>
internal static class TradesOfFood
{
    public static readonly string[] Lines =
    [
        "56101|60|Rumah Makan;Restoran;Resto|Masakan|Nasi Padang;Ayam Bakar;Gulai Ikan;Rendang;Sop Iga;Pindang|15000|95000",
        "56102|190|Warung Makan;Pecel Lele;Mie Ayam;Bakso;Soto;Warung Nasi;Sate;Ayam Geprek|Masakan|Nasi Ayam;Nasi Lele;" +
            "Bakso Urat;Mie Ayam;" +
            "Soto Ayam;Nasi Uduk;Es Teh|5000|40000",
        "56103|60|Kedai;Seblak;Kedai Makan;Pempek|Masakan|Pempek Kapal Selam;Tekwan;Seblak Ceker;Mi Tektek;Nasi Goreng;Ketoprak|8000|35000",
        "56104|60|Gerobak;Gorengan;Cilok;Martabak;Siomay|Jajanan|Bakwan;Cilok;Martabak Manis;Siomay;Pisang Goreng;Tahu Isi|1000|35000",
        "56210|50|Katering;Nasi Box;Catering|Katering|Nasi Box Ayam;Nasi Tumpeng;Prasmanan;Snack Box;Nasi Kuning;Aqiqah Kambing|" +
            "15000|3500000",
        "56303|25|Kafe;Kopi;Coffee|Minuman|Kopi Susu;Es Kopi;Cappuccino;Cokelat Panas;Kopi Tubruk;Roti Bakar|8000|38000",
        "56304|45|Kedai Minuman;Es Teh;Jus;Es Campur;Kedai Kopi|Minuman|Es Teh Jumbo;Jus Alpukat;Es Campur;Es Cincau;Thai Tea;" +
            "Es Kelapa|3000|22000",
        "56306|20|Es Keliling;Es Dawet;Es Tebu|Minuman|Es Dawet;Es Tebu;Es Cendol;Es Doger;Es Kuwut;Wedang Ronde|3000|12000",
        "10391|34|Tempe;Pabrik Tempe;Rumah Tempe|Tahu dan Tempe|Tempe Papan;Tempe Daun;Tempe Bungkus;Tempe Gembus;Oncom;" +
            "Keripik Tempe|2000|25000",
        "10392|26|Tahu;Pabrik Tahu;Rumah Tahu|Tahu dan Tempe|Tahu Putih;Tahu Kuning;Tahu Pong;Tahu Sutra;Kembang Tahu;" +
            "Tahu Bulat|1000|25000",
        "10710|74|Roti;Bolu;Donat;Bakery;Kue|Roti dan Kue|Roti Manis;Bolu Pandan;Donat Kentang;Brownies;Kue Kering;Roti Sobek;" +
            "Kue Ulang Tahun|2000|180000",
        "10792|50|Kue Basah;Jajanan Pasar;Dapur Kue|Kue Basah|Lemper;Risol;Kue Lapis;Onde-Onde;Nagasari;Dadar Gulung;Engkak|1500|45000",
        "10794|140|Keripik;Keripik Pisang;Keripik Singkong;Kemplang;Kerupuk;Opak;Aneka Keripik|Makanan Ringan|Keripik Pisang;" +
            "Keripik Singkong;" +
            "Kemplang Ikan;Kerupuk Kulit;Opak;Emping Melinjo;Rengginang|5000|60000",
        "10761|60|Kopi;Kopi Bubuk;Kopi Robusta;Rumah Kopi|Kopi|Kopi Robusta Bubuk;Kopi Luwak;Biji Robusta;Kopi Lanang;Kopi Drip;" +
            "Kopi Jahe|12000|250000",
        "10750|28|Dapur;Sambal;Masakan;Rendang|Makanan Olahan|Sambal Seruit;Rendang Kemasan;Abon Ikan;Ayam Ungkep;Sambal Teri;" +
            "Bumbu Pindang|12000|95000",
        "10211|20|Ikan Asin;Teri;Olahan Ikan|Hasil Laut|Teri Nasi;Ikan Asin Jambal;Teri Medan;Cumi Asin;Ebi;Ikan Sepat|12000|140000",
        "10130|12|Bakso;Sosis;Olahan Daging|Olahan Daging|Bakso Beku;Nugget Ayam;Sosis Ayam;Abon Sapi;Dendeng;Dimsum Ayam|10000|120000",
        "10313|10|Sale Pisang;Buah Kering|Makanan Ringan|Sale Pisang;Nangka Kering;Manisan Pala;Keripik Nangka;Pisang Oven;" +
            "Mangga Kering|9000|55000",
        "10722|10|Gula Aren;Gula Merah|Gula|Gula Aren Cetak;Gula Semut;Gula Kelapa;Gula Aren Cair;Gula Batok;Gula Kacang|8000|60000",
        "10732|8|Cokelat;Rumah Cokelat|Cokelat|Cokelat Batang;Cokelat Bubuk;Praline;Cokelat Mede;Minuman Cokelat;" +
            "Cokelat Karakter|8000|110000",
        "10772|12|Bumbu;Bumbu Dapur|Bumbu|Bumbu Gulai;Lada Hitam Bubuk;Bumbu Rendang;Kunyit Bubuk;Bawang Goreng;Ketumbar Bubuk|3000|65000",
        "10793|10|Kacang;Camilan Kacang|Makanan Ringan|Kacang Bawang;Kacang Telur;Rempeyek;Kacang Disco;Ampyang;Enting-Enting|5000|50000",
        "10796|10|Dodol;Lempok;Jenang|Makanan Ringan|Lempok Durian;Dodol Nanas;Jenang Ketan;Wajik;Dodol Susu;Selai Nanas|8000|75000",
        "10621|8|Tapioka;Tepung|Tepung|Tepung Tapioka;Tepung Mocaf;Onggok;Tepung Gaplek;Sagu;Tepung Singkong|6000|350000",
        "10799|16|Camilan;Makanan Ringan;Rumah Camilan|Makanan Ringan|Makaroni;Stik Bawang;Basreng;Kembang Goyang;Pilus;" +
            "Kuping Gajah|4000|45000",
    ];
}
