namespace DataHub.Testing.Linkage.Labelled;

/// <summary>A record of a feed with what is true of it.</summary>
/// <param name="Feed">Lower case, as truth.csv has it: oss, sikp, pelatihan, marketplace, sertifikat.</param>
/// <param name="Role">PEMILIK, PASANGAN, PEGAWAI or CALON (no business yet).</param>
/// <param name="Tags">What is difficult about it.</param>
public sealed record LabelledRow(
    string Feed, string Key, IReadOnlyList<string> Fields, LabelledTruth Truth, IReadOnlyCollection<string> Tags);

/// <summary>Which business a record tells of, who owns it, and who is named.</summary>
public sealed record LabelledTruth(string Business, string Owner, string Person, string Role);
