using DataHub.GraphQL.Validation.Rules;

namespace DataHub.GraphQL.Validation;

/// <summary>Every rule of section 5, in its order. https://spec.graphql.org/September2025/#sec-Validation</summary>
public static class SpecifiedRules
{
    public static IReadOnlyList<Func<ValidationContext, ValidationRule>> All { get; } =
    [
        context => new ExecutableDefinitionsRule(context),
        context => new OperationTypeExistenceRule(context),
        context => new OperationNameUniquenessRule(context),
        context => new LoneAnonymousOperationRule(context),
        context => new SingleRootFieldRule(context),
        context => new FieldSelectionsRule(context),
        context => new FieldSelectionMergingRule(context),
        context => new LeafFieldSelectionsRule(context),
        context => new ArgumentNamesRule(context),
        context => new ArgumentUniquenessRule(context),
        context => new RequiredArgumentsRule(context),
        context => new FragmentNameUniquenessRule(context),
        context => new FragmentSpreadTypeExistenceRule(context),
        context => new FragmentsOnObjectInterfaceOrUnionTypesRule(context),
        context => new FragmentsMustBeUsedRule(context),
        context => new FragmentSpreadTargetDefinedRule(context),
        context => new FragmentSpreadsMustNotFormCyclesRule(context),
        context => new FragmentSpreadIsPossibleRule(context),
        context => new ValuesOfCorrectTypeRule(context),
        context => new InputObjectFieldNamesRule(context),
        context => new InputObjectFieldUniquenessRule(context),
        context => new InputObjectRequiredFieldsRule(context),
        context => new DirectivesAreDefinedRule(context),
        context => new DirectivesAreInValidLocationsRule(context),
        context => new DirectivesAreUniquePerLocationRule(context),
        context => new VariableUniquenessRule(context),
        context => new VariablesAreInputTypesRule(context),
        context => new AllVariableUsesDefinedRule(context),
        context => new AllVariablesUsedRule(context),
        context => new AllVariableUsagesAreAllowedRule(context),
    ];

    /// <summary>The further rules of the proposal for incremental delivery, for a schema that has its directives.</summary>
    public static IReadOnlyList<Func<ValidationContext, ValidationRule>> Incremental { get; } =
    [
        context => new DeferAndStreamOnValidRootFieldRule(context),
        context => new DeferAndStreamOnValidOperationsRule(context),
        context => new DeferAndStreamLabelsAreUniqueRule(context),
        context => new StreamOnListFieldsRule(context),
    ];
}
