namespace DataHub.GraphQL.Language;

// Section 3: definitions and extensions of a type system.
public sealed partial class Printer
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case TypeSystemNode definition:
                WriteDescription(definition.Description);
                if (definition.IsExtension) text.Append("extend ");
                WriteDefinition(definition);
                break;
            case OperationTypeDefinitionNode root:
                text.Append(root.Operation.ToString().ToLowerInvariant()).Append(": ");
                Write(root.Type);
                break;
            case FieldDefinitionNode field:
                WriteFieldDefinition(field);
                break;
            case InputValueDefinitionNode input:
                WriteDescription(input.Description);
                text.Append(input.Name.Value).Append(": ");
                Write(input.Type);
                WriteDefaultValue(input.DefaultValue);
                WriteDirectives(input.Directives);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                text.Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
        }
    }

    private void WriteDefinition(TypeSystemNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                text.Append("schema");
                WriteDirectives(schema.Directives);
                OptionalBlock(schema.OperationTypes, static _ => false);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
            case ScalarTypeDefinitionNode scalar:
                WriteHead("scalar", scalar, []);
                break;
            case ObjectTypeDefinitionNode type:
                WriteHead("type", type, type.Interfaces);
                OptionalBlock(type.Fields, static f => f.Description is not null);
                break;
            case InterfaceTypeDefinitionNode type:
                WriteHead("interface", type, type.Interfaces);
                OptionalBlock(type.Fields, static f => f.Description is not null);
                break;
            case UnionTypeDefinitionNode union:
                WriteHead("union", union, []);
                if (union.Types.Count == 0) break;
                text.Append(" = ");
                Separated(union.Types, " | ", WriteItem);
                break;
            case EnumTypeDefinitionNode type:
                WriteHead("enum", type, []);
                OptionalBlock(type.Values, static v => v.Description is not null);
                break;
            case InputObjectTypeDefinitionNode type:
                WriteHead("input", type, []);
                OptionalBlock(type.Fields, static f => f.Description is not null);
                break;
        }
    }

    private void WriteHead(string keyword, TypeDefinitionNode definition, IReadOnlyList<NamedTypeNode> interfaces)
    {
        text.Append(keyword).Append(' ').Append(definition.Name.Value);
        if (interfaces.Count > 0)
        {
            text.Append(" implements ");
            Separated(interfaces, " & ", WriteItem);
        }
        WriteDirectives(definition.Directives);
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        text.Append(field.Name.Value);
        WriteArgumentsDefinition(field.Arguments);
        text.Append(": ");
        Write(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        text.Append("directive @").Append(directive.Name.Value);
        WriteArgumentsDefinition(directive.Arguments);
        text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
        Separated(directive.Locations, " | ", WriteItem);
    }

    private void WriteArgumentsDefinition(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (arguments.Count > 0) WriteInParentheses(arguments, static a => a.Description is not null);
    }

    private void OptionalBlock<T>(IReadOnlyList<T> items, Func<T, bool> isDescribed)
        where T : SyntaxNode
    {
        if (items.Count == 0) return;
        text.Append(' ');
        Block(items, WriteItem, isDescribed);
    }
}
