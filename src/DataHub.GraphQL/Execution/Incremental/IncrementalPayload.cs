using System.Buffers;
using System.Text.Json;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// One payload behind the first of an answer in several: the proposal's incremental stream update result. To be written before the next
/// one is asked for.
/// </summary>
public sealed class IncrementalPayload
{
    private static readonly JsonEncodedText Incremental = JsonEncodedText.Encode("incremental");
    private readonly IReadOnlyList<Notice> pending;
    private readonly IReadOnlyList<(Increment Increment, Notice Carrier)> increments;
    private readonly IReadOnlyList<Notice> completed;

    internal IncrementalPayload(
        IReadOnlyList<Notice> pending, IReadOnlyList<(Increment, Notice)> increments, IReadOnlyList<Notice> completed, bool hasNext) =>
        (this.pending, this.increments, this.completed, HasNext) = (pending, increments, completed, hasNext);

    /// <summary>False for the last payload.</summary>
    public bool HasNext { get; }

    /// <summary>Writes the payload as UTF-8 JSON.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var json = new JsonOutput(output);
        json.Raw("{\"hasNext\":"u8);
        json.Boolean(HasNext);
        if (pending.Count > 0) json.Member(NoticeWriter.Pending, pending);
        if (increments.Count > 0) WriteIncrements(ref json);
        if (completed.Count > 0) json.Member(NoticeWriter.Completed, completed);
        json.Byte((byte)'}');
        json.Flush();
    }

    private void WriteIncrements(ref JsonOutput json)
    {
        json.Name(Incremental, true);
        for (var i = 0; i < increments.Count; i++)
        {
            var (increment, carrier) = increments[i];
            json.Raw(i == 0 ? "[{\"id\":"u8 : ",{\"id\":"u8);
            json.Text(carrier.Id);
            if (increment.Errors.Count > 0) json.Member(NoticeWriter.Errors, increment.Errors);
            if (increment.Stream is null) WriteData(ref json, increment, carrier);
            else
            {
                json.Raw(",\"items\":"u8);
                ResponseWriter.WriteItems(ref json, increment.Group.Fields[0], increment.Row);
            }
            json.Byte((byte)'}');
        }
        json.Byte((byte)']');
    }

    private static void WriteData(ref JsonOutput json, Increment increment, Notice carrier)
    {
        var subPath = increment.Place.Segments(carrier.Place.Length);
        if (subPath.Length > 0) json.Member(NoticeWriter.SubPath, subPath);
        json.Raw(",\"data\":"u8);
        ResponseWriter.Write(ref json, increment.Group, increment.Row);
    }
}
