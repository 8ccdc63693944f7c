using System.Text.Json;

using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Codecs;

/// <summary>True or false; <see cref="bool"/> in C#. https://spec.graphql.org/September2025/#sec-Boolean</summary>
internal sealed class BooleanCodec : ScalarCodec
{
    private const string NoBoolean = "Boolean must be true or false";

    private static readonly object True = true;
    private static readonly object False = false;

    private static readonly WriterTable Writers = new WriterTable()
        .With<bool>(static (writer, value) => writer.WriteBooleanValue(value));

    public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem)
    {
        value = (literal as BooleanValueNode)?.Value;
        problem = value is null ? NoBoolean : null;
        return problem is null;
    }

    public override bool TryReadJson(JsonElement json, out object? value, out string? problem)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.True => True,
            JsonValueKind.False => False,
            _ => null,
        };
        problem = value is null ? NoBoolean : null;
        return problem is null;
    }

    public override ScalarWriter<T>? WriterFor<T>() => Writers.For<T>();

    internal override LeafOutput? OutputOf<T>(Column<T> column) => column switch
    {
        Column<bool> truths => new LeafOutput<bool, BooleanLeaf>(truths, default),
        _ => base.OutputOf(column),
    };
}
