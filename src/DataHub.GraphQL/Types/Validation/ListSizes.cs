using DataHub.GraphQL.Cost;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// <c>@listSize</c>, where the schema has it: what it names is there and has the right type. Beyond the specification, a slicing argument
/// may be a list. https://ibm.github.io/graphql-specs/cost-spec.html#sec-List-Size-Directive
/// </summary>
internal static class ListSizes
{
    public static void Check(TypeSystemSyntax system, SchemaFaults faults)
    {
        if (system.Directive(CostDirectives.ListSize)?.Arguments.Any(a => a.Name.Value == "slicingArguments") != true) return;
        foreach (var type in system.Types)
        {
            foreach (var field in type.Fields)
            {
                if (field.Directives.FirstOrDefault(d => d.Name.Value == CostDirectives.ListSize) is not { } directive) continue;
                foreach (var problem in new Applied(system, field, directive).Problems())
                    faults.Add(directive, Elements.Coordinate(type, field), $"in \"@listSize\": {problem}");
            }
        }
    }

    private sealed class Applied(TypeSystemSyntax system, FieldDefinitionNode field, DirectiveNode directive)
    {
        private readonly List<string> slicing = [.. CostDirectives.Names(Argument(directive, "slicingArguments"))];
        private readonly List<string> sized = [.. CostDirectives.Names(Argument(directive, "sizedFields"))];

        public IEnumerable<string> Problems() =>
            new[] { Target(), AssumedSize() }.Concat(sized.Select(SizedField)).Concat(slicing.Select(SlicingArgument)).OfType<string>();

        private static ValueNode? Argument(DirectiveNode directive, string name) =>
            directive.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value;

        private static bool IsList(TypeNode type) => (type is NonNullTypeNode nonNull ? nonNull.Type : type) is ListTypeNode;

        // Section 9.2.1 Valid List Size Target
        private string? Target() =>
            IsList(field.Type) || sized.Count > 0 ? null : "the field gives no list, and no sizedFields are named";

        // Section 9.2.4 Valid Assumed Size
        private string? AssumedSize()
        {
            if (Argument(directive, "assumedSize") is not { } size || size is NullValueNode) return null;
            if (CostDirectives.Number(size) < 0) return "the assumedSize is negative";
            if (slicing.Count == 0) return null;
            if (Argument(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false })
                return "an assumedSize beside slicingArguments is of use only with requireOneSlicingArgument: false";
            return slicing.Any(HasDefault) ? "an assumedSize is of no use, because a slicing argument has a default" : null;
        }

        // Section 9.2.2 Valid Sized Fields Target; an unknown type is a fault of its own.
        private string? SizedField(string name)
        {
            if (system.Type(field.Type) is not { } type) return null;
            if (type.Field(name) is not { } below) return $"\"{type.Name}\" has no field \"{name}\"";
            return IsList(below.Type) ? null : $"\"{type.Name}.{name}\" gives no list";
        }

        // Section 9.2.3 Valid Slicing Arguments Target
        private string? SlicingArgument(string path)
        {
            if (Find(path) is not { } found) return $"there is no argument \"{path}\"";
            return IsList(found.Type) || TypeText.NameOf(found.Type).Value == "Int"
                ? null
                : $"the slicing argument \"{path}\" must be an Int or a list";
        }

        private bool HasDefault(string path) => Find(path)?.DefaultValue is not (null or NullValueNode);

        private InputValueDefinitionNode? Find(string path)
        {
            var inputs = field.Arguments;
            InputValueDefinitionNode? found = null;
            foreach (var name in path.Split('.'))
            {
                found = inputs.FirstOrDefault(i => i.Name.Value == name);
                if (found is null) return null;
                inputs = IsList(found.Type) ? [] : system.Type(found.Type)?.InputFields ?? [];
            }
            return found;
        }
    }
}
