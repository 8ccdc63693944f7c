using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Types.Validation;

/// <summary>
/// All rules of section 3 over a type system as written. One check a file; a check leaves to others what is theirs, an unknown
/// type for instance.
/// </summary>
internal static class SchemaValidator
{
    private static readonly Action<TypeSystemSyntax, SchemaFaults>[] Checks =
    [
        OnlyTypeSystemDefinitions.Check,
        SingleSchemaDefinition.Check,
        RootOperationTypes.Check,
        UniqueTypeNames.Check,
        UniqueDirectiveNames.Check,
        ReservedNames.Check,
        KnownTypes.Check,
        PossibleExtensions.Check,
        NonEmptyTypes.Check,
        UniqueMemberNames.Check,
        FieldOutputTypes.Check,
        InputTypes.Check,
        ImplementedInterfaces.Check,
        ImplementedFields.Check,
        UnionMembers.Check,
        InputObjectCycles.Check,
        DefaultValueCycles.Check,
        DefaultValues.Check,
        OneOfInputObjects.Check,
        DeprecatedRequiredInputs.Check,
        DirectiveCycles.Check,
        KnownDirectives.Check,
        UniqueDirectives.Check,
        DirectiveArguments.Check,
        CostWeights.Check,
        ListSizes.Check,
    ];

    public static SchemaFaults Validate(TypeSystemSyntax system)
    {
        var faults = new SchemaFaults();
        foreach (var check in Checks) check(system, faults);
        return faults;
    }
}
