using System.Text.Json;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>What a planned field is whatever the request's variables hold; shared by all selections made from one.</summary>
internal sealed class FieldShape
{
    private MapTemplate? argumentTemplate;
    private bool isTemplated;
    private MemberPrefix? prefix;

    public string ResponseKey { get; set; } = "";

    public FieldDefinition Definition { get; set; } = null!;

    public IReadOnlyList<FieldNode> Nodes { get; set; } = [];

    public JsonEncodedText EncodedKey { get; set; }

    public StreamUsage? Stream { get; set; }

    public bool IsIncremental { get; set; }

    public bool HasVariableArguments { get; set; }

    public bool DependsOnVariables { get; set; }

    public MapTemplate? ArgumentTemplate
    {
        get
        {
            // Made when a second request comes; two that come at once make the same.
            if (!Volatile.Read(ref isTemplated))
            {
                argumentTemplate = HasVariableArguments ? ArgumentCoercion.Template(Definition, Nodes[0]) : null;
                Volatile.Write(ref isTemplated, true);
            }
            return argumentTemplate;
        }
    }

    public MemberPrefix Prefix => prefix ??= new MemberPrefix(EncodedKey);
}
