using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>A column of text as UTF-8: its bytes are copied.</summary>
internal sealed class Utf8Output(Utf8Column column) : LeafOutput
{
    public override bool MayHaveNulls => column.MayHaveNulls;

    public override bool IsNull(int element) => column.IsNull(element);

    public override void Write(ref JsonOutput json, int element)
    {
        if (column.IsNull(element)) json.Null();
        else json.Text(column.Utf8(element));
    }

    public override List<int>? Check(int count) => null;
}

/// <summary>A column of text as UTF-8 that names values of an enum.</summary>
internal sealed class Utf8EnumOutput(Utf8Column column, EnumNames<string> names) : LeafOutput
{
    public override bool MayHaveNulls => column.MayHaveNulls;

    public override bool IsNull(int element) => column.IsNull(element);

    public override void Write(ref JsonOutput json, int element)
    {
        if (column.IsNull(element)) json.Null();
        else json.Raw(names.Of(column.Utf8(element)));
    }

    public override List<int>? Check(int count)
    {
        List<int>? unfit = null;
        for (var i = 0; i < count; i++)
            if (!column.IsNull(i) && names.Of(column.Utf8(i)) is null) (unfit ??= []).Add(i);
        return unfit;
    }
}
