using DataHub.GraphQL.Types;

namespace DataHub.Audit;

/// <summary>What personal fields are called in the sentences that owners read.</summary>
public static class FieldLabels
{
    // What leads to a person.
    private const string Somebody = "data pemilik";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["AgencyListing.capital"] = "modal usaha menurut daftar dinas",
        ["AgencyListing.name"] = "nama usaha menurut daftar dinas",
        ["AgencyListing.sales"] = "omzet menurut daftar dinas",
        ["Business.address"] = "alamat usaha",
        ["Business.annualSales"] = "omzet tahunan",
        ["Business.capital"] = "modal usaha",
        ["Business.email"] = "surel usaha",
        ["Business.name"] = "nama usaha",
        ["Business.owner"] = Somebody,
        ["Business.phone"] = "nomor telepon usaha",
        ["ExhibitionParticipation.sales"] = "penjualan di pameran",
        ["ExhibitionParticipationConnection.sumSales"] = "jumlah penjualan di pameran",
        ["KurDecision.akadNumber"] = "urutan akad KUR",
        ["KurDecision.outcome"] = "keputusan kelayakan KUR",
        ["KurDecision.rate"] = "suku bunga KUR",
        ["KurDecision.rules"] = "hasil tiap aturan KUR",
        ["KurLoan.akadOn"] = "tanggal akad kredit",
        ["KurLoan.dueOn"] = "tanggal jatuh tempo kredit",
        ["KurLoan.kind"] = "jenis kredit",
        ["KurLoan.kolektibilitas"] = "kolektibilitas kredit",
        ["KurLoan.lender"] = "penyalur kredit",
        ["KurLoan.nomorAkad"] = "nomor akad kredit",
        ["KurLoan.outstanding"] = "sisa kredit",
        ["KurLoan.plafon"] = "plafon kredit",
        ["KurLoanConnection.sumOutstanding"] = "jumlah sisa kredit",
        ["KurLoanConnection.sumPlafon"] = "jumlah plafon kredit",
        ["KurLoanConnection.totalCount"] = "jumlah kredit",
        ["KurRuleEntry.found"] = "hasil tiap aturan KUR",
        ["KurRuleEntry.result"] = "hasil tiap aturan KUR",
        ["KurRuleEntry.wouldChange"] = "hasil tiap aturan KUR",
        ["LinkDecision.leftRecordId"] = "nomor rekaman sumber",
        ["LinkDecision.rightRecordId"] = "nomor rekaman sumber",
        ["Listing.sold"] = "jumlah barang terjual",
        ["ListingConnection.sumSold"] = "jumlah barang terjual",
        ["Me.dataCopy"] = "salinan seluruh data",
        ["Me.person"] = Somebody,
        ["MergeConflict.left"] = "data usaha yang berbeda antarsumber",
        ["MergeConflict.right"] = "data usaha yang berbeda antarsumber",
        ["Mutation.acceptQuarantined"] = "penerimaan baris sumber data yang sempat ditolak",
        ["Mutation.changePartner"] = "pengubahan perjanjian mitra",
        ["Mutation.claimReview"] = "pengambilan dua rekaman untuk diperiksa",
        ["Mutation.confirmDecision"] = "pengesahan keputusan tentang rekaman",
        ["Mutation.correctQuarantined"] = "perbaikan baris sumber data yang ditolak",
        ["Mutation.decideReview"] = "penilaian apakah dua rekaman sama",
        ["Mutation.delayNotice"] = "penundaan pemberitahuan",
        ["Mutation.discardFeedRun"] = "pembuangan kiriman data",
        ["Mutation.dismissQuarantined"] = "penyingkiran baris sumber data yang ditolak",
        ["Mutation.endAgreement"] = "pengakhiran perjanjian mitra",
        ["Mutation.giveConsent"] = "pencatatan persetujuan",
        ["Mutation.liftLegalHold"] = "pencabutan larangan penghapusan data",
        ["Mutation.mergeBusinesses"] = "penggabungan usaha",
        ["Mutation.pinValue"] = "penetapan nilai data usaha",
        ["Mutation.placeLegalHold"] = "pemasangan larangan penghapusan data",
        ["Mutation.refuseRightsRequest"] = "penolakan permintaan hak",
        ["Mutation.registerPartner"] = "pendaftaran mitra",
        ["Mutation.releaseFeedRun"] = "pelepasan kiriman data yang ditahan",
        ["Mutation.releaseReview"] = "pengembalian dua rekaman yang diperiksa",
        ["Mutation.requestCorrection"] = "pengajuan permintaan perbaikan data",
        ["Mutation.requestErasure"] = "pengajuan permintaan penghapusan data",
        ["Mutation.requestObjection"] = "pengajuan keberatan atas keputusan mesin",
        ["Mutation.requestRestriction"] = "pengajuan permintaan pembatasan pemakaian data",
        ["Mutation.resolveRightsRequest"] = "pemenuhan permintaan hak",
        ["Mutation.resumePartner"] = "pengaktifan kembali mitra",
        ["Mutation.setFeedSettings"] = "pengaturan sumber data",
        ["Mutation.setKurSetting"] = "pengubahan penafsiran aturan KUR",
        ["Mutation.setRetention"] = "pengubahan masa simpan data",
        ["Mutation.splitBusiness"] = "pemisahan usaha",
        ["Mutation.suspendPartner"] = "penangguhan mitra",
        ["Mutation.takeRightsRequest"] = "penanganan permintaan hak",
        ["Mutation.undoEvent"] = "pembatalan penggabungan atau pemisahan usaha",
        ["Mutation.unpinValue"] = "pencabutan nilai data usaha yang ditetapkan",
        ["Mutation.withdrawConsent"] = "penarikan persetujuan",
        ["Mutation.withdrawDecision"] = "pencabutan keputusan tentang rekaman",
        ["Mutation.withdrawRightsRequest"] = "penarikan permintaan hak",
        ["Person.gender"] = "jenis kelamin pemilik",
        ["Person.id"] = "nomor pemilik di hub",
        ["Person.name"] = "nama pemilik",
        ["Person.nik"] = "NIK pemilik",
        ["Provenance.sourceRecordId"] = "nomor rekaman sumber",
        ["QuarantineRecord.value"] = "nilai yang ditolak dari sumber data",
        ["Query.kurEligibilities"] = "keputusan kelayakan KUR",
        ["Query.kurEligibility"] = "keputusan kelayakan KUR",
        ["Query.sellerVerification"] = "hasil pemeriksaan penjual",
        ["ReceivedValue.value"] = "rekaman sumber sebagaimana diterima",
        ["ReviewSide.outstanding"] = "jumlah sisa kredit",
        ["ReviewSide.person"] = Somebody,
        ["ReviewSide.sourceRecordId"] = "nomor rekaman sumber",
        ["RightsRequest.evidence"] = "bukti permintaan hak",
        ["RightsRequest.outcome"] = "hasil permintaan hak",
        ["RightsRequest.person"] = Somebody,
        ["RightsRequest.wish"] = "isi permintaan hak",
        ["SellerVerification.name"] = "nama usaha",
        ["Shop.turnover12Months"] = "omzet toko daring",
        ["ShopConnection.sumTurnover12Months"] = "jumlah omzet toko daring",
        ["TrainingParticipation.finishedOn"] = "waktu pelatihan",
        ["TrainingParticipation.hours"] = "lama pelatihan",
        ["TrainingParticipation.organiser"] = "penyelenggara pelatihan",
        ["TrainingParticipation.passed"] = "kelulusan pelatihan",
        ["TrainingParticipation.programme"] = "pelatihan yang diikuti",
        ["TrainingParticipation.startedOn"] = "waktu pelatihan",
        ["TrainingParticipationConnection.sumHours"] = "jumlah jam pelatihan",
        ["ValueAlternative.sourceRecordId"] = "nomor rekaman sumber",
        ["ValueAlternative.value"] = "data usaha menurut tiap sumber",
        ["ValuePin.value"] = "data usaha yang ditetapkan petugas",
        ["ValueProvenance.sourceRecordId"] = "nomor rekaman sumber",
        ["ValueProvenance.value"] = "data usaha menurut tiap sumber",
    };

    /// <summary>The label of a field; the words of its name when it has none.</summary>
    public static string Of(string coordinate) => Labels.GetValueOrDefault(coordinate) ?? coordinate[(coordinate.LastIndexOf('.') + 1)..];

    /// <summary>Labels of the fields of an entry, each once. Of a person whose fields are named, that there is one goes without saying.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> coordinates)
    {
        var named = coordinates.Any(c => c.StartsWith("Person.", StringComparison.Ordinal));
        return [.. coordinates.Select(Of).Where(label => !named || label != Somebody).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Personal fields of the contract, and mutations, that have no label.</summary>
    public static IReadOnlyList<string> Missing(Schema schema) =>
    [
        .. schema.Types.OfType<ObjectType>()
            .SelectMany(type => type.Fields.Where(f => type == schema.Mutation || PersonalData.Is(f, type)).Select(f => f.Coordinate))
            .Where(c => !Labels.ContainsKey(c)).Order(StringComparer.Ordinal),
    ];
}
