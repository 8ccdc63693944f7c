using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Which record tells of which business, owner and person: what linking is scored against. No feed.</summary>
internal sealed class TruthFile(FeedWriter writer) : IDisposable
{
    public const string Header = "feed,source_record_id,business_id,owner_id,person_id,role";

    public void Owner(string feed, string record, in Business business) =>
        Row(feed, record, new(Id('U', business.Index), Id('O', business.Owner), Id('O', business.Owner), "PEMILIK"));

    /// <summary>A husband or wife acts for the owner.</summary>
    public void Spouse(string feed, string record, in Business business) =>
        Row(feed, record, new(Id('U', business.Index), Id('O', business.Owner), Id('S', business.Owner), "PASANGAN"));

    public void Employee(string feed, string record, in Business business, int employee) =>
        Row(feed, record, new(Id('U', business.Index), Id('O', business.Owner), Id('E', employee), "PEGAWAI"));

    /// <summary>Somebody who has no business yet.</summary>
    public void Newcomer(string feed, string record, int newcomer) =>
        Row(feed, record, new("NB" + Number(newcomer), Id('C', newcomer), Id('C', newcomer), "CALON"));

    public void Finish() => writer.Finish();

    public void Dispose() => writer.Dispose();

    private readonly record struct Telling(string Business, string Owner, string Person, string Role);

    private void Row(string feed, string record, Telling of) =>
        writer.Text(feed).Text(record).Text(of.Business).Text(of.Owner).Text(of.Person).Text(of.Role).End();

    private static string Id(char kind, int number) => kind + Number(number);

    private static string Number(int number) => (number + 1).ToString("D7", CultureInfo.InvariantCulture);
}
