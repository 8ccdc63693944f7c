using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_3_2_FieldSelectionMergingTests() : RuleTests("5.3.2 Field Selection Merging")
{
    [Fact]
    [Specifies("FieldsInSetCanMerge()")]
    public void Identical_fields_merge() => ExpectValid(
        """
        fragment mergeIdenticalFields on Dog { name name }
        fragment mergeIdenticalAliasesAndFields on Dog { otherName: name otherName: name }
        """);

    [Fact]
    public void Alias_of_another_field_conflicts() => ExpectErrors(
        """
        fragment conflictingBecauseAlias on Dog {
          name: nickname
          name
        }
        """,
        ("\"name\" would be of type \"String\" (Dog.nickname) or \"String!\" (Dog.name)", 2, 3));

    [Fact]
    public void Identical_arguments_merge() => ExpectValid(
        """
        fragment mergeIdenticalFieldsWithIdenticalArgs on Dog {
          doesKnowCommand(dogCommand: SIT)
          doesKnowCommand(dogCommand: SIT)
        }
        fragment mergeIdenticalFieldsWithIdenticalValues on Dog {
          doesKnowCommand(dogCommand: $dogCommand)
          doesKnowCommand(dogCommand: $dogCommand)
        }
        """);

    [Fact]
    [Specifies("FieldsInSetCanMerge()")]
    public void Differing_arguments_conflict() => ExpectErrors(
        """
        fragment conflictingArgsOnValues on Dog {
          doesKnowCommand(dogCommand: SIT)
          doesKnowCommand(dogCommand: HEEL)
        }

        fragment conflictingArgsValueAndVar on Dog {
          doesKnowCommand(dogCommand: SIT)
          doesKnowCommand(dogCommand: $dogCommand)
        }

        fragment conflictingArgsWithVars on Dog {
          doesKnowCommand(dogCommand: $varOne)
          doesKnowCommand(dogCommand: $varTwo)
        }

        fragment differingArgs on Dog {
          doesKnowCommand(dogCommand: SIT)
          doesKnowCommand
        }
        """,
        ("\"doesKnowCommand\" would be Dog.doesKnowCommand with different arguments", 2, 3),
        ("with different arguments", 7, 3),
        ("with different arguments", 12, 3),
        ("with different arguments", 17, 3));

    [Fact]
    public void Different_objects_may_have_different_fields() => ExpectValid(
        """
        fragment safeDifferingFields on Pet {
          ... on Dog { volume: barkVolume }
          ... on Cat { volume: meowVolume }
        }
        fragment safeDifferingArgs on Pet {
          ... on Dog { doesKnowCommand(dogCommand: SIT) }
          ... on Cat { doesKnowCommand(catCommand: JUMP) }
        }
        """);

    [Fact]
    [Specifies("SameResponseShape()")]
    public void Different_objects_must_answer_in_one_shape() => ExpectErrors(
        """
        fragment conflictingDifferingResponses on Pet {
          ... on Dog { someValue: nickname }
          ... on Cat { someValue: meowVolume }
        }
        """,
        ("\"someValue\" would be of type \"String\" (Dog.nickname) or \"Int\" (Cat.meowVolume)", 2, 16));

    [Fact]
    public void Order_of_arguments_and_input_fields_does_not_matter() => ExpectValid(
        """
        {
          arguments { multipleRequirements(x: 1, y: 2) multipleRequirements(y: 2, x: 1) }
          findDog(searchBy: { name: "a", owner: "b" }) { name }
          findDog(searchBy: { owner: "b", name: "a" }) { nickname }
        }
        """);

    [Fact]
    public void Values_that_print_alike_are_different() => ExpectOnlyErrors(
        """"
        {
          anything(value: ["a,b"])
          anything(value: ["a", "b"])
          b: anything(value: "1")
          b: anything(value: 1)
          c: anything(value: [["a"], "b"])
          c: anything(value: [["a", "b"]])
          d: anything(value: { a: { b: 1 }, c: 2 })
          d: anything(value: { a: { b: 1, c: 2 } })
          e: anything(value: "SIT")
          e: anything(value: SIT)
          f: anything(value: """same""")
          f: anything(value: "same")
        }
        """",
        ("\"anything\"", 2, 3),
        ("\"b\"", 4, 3),
        ("\"c\"", 6, 3),
        ("\"d\"", 8, 3),
        ("\"e\"", 10, 3));

    [Fact]
    public void Field_of_an_interface_conflicts_with_every_object() => ExpectOnlyErrors(
        """
        {
          pet {
            name
            ... on Dog { name: nickname }
          }
        }
        """,
        ("\"name\" would be of type \"String!\" (Pet.name) or \"String\" (Dog.nickname)", 3, 5));

    [Fact]
    public void Same_shape_does_not_help_one_object() => ExpectOnlyErrors(
        """
        {
          pet {
            ... on Pet { alias: name }
            ... on Cat { alias: doesKnowCommand(catCommand: JUMP) }
          }
          dog { nickname ... on Dog { nickname: owner { name } } }
          findDog { x: name x: __typename }
        }
        """,
        ("\"alias\" would be of type \"String!\" (Pet.name) or \"Boolean!\"", 3, 18),
        ("\"nickname\" would be of type", 6, 9),
        ("\"x\" would be Dog.name or Dog.__typename", 7, 13));

    [Fact]
    public void Subfields_of_merged_fields_conflict() => ExpectOnlyErrors(
        """
        {
          dog { owner { x: name } }
          dog { owner { x: __typename } }
        }
        """,
        ("\"x\" would be Human.name or Human.__typename", 2, 17));

    [Fact]
    public void Subfields_of_different_objects_need_the_same_shape_only() => ExpectValid(
        """
        {
          pet {
            ... on Dog { owner { x: name } }
            ... on Cat { owner { x: __typename } }
          }
        }
        """);

    [Fact]
    public void Subfields_of_different_objects_need_the_same_shape() => ExpectOnlyErrors(
        """
        {
          pet {
            ... on Dog { owner { x: name } }
            ... on Cat { owner { x: pets { name } } }
          }
        }
        """,
        ("\"x\" would be of type \"String!\" (Human.name) or \"[Pet!]\" (Human.pets)", 3, 26));

    [Fact]
    [Specifies("SameResponseShape()")]
    public void List_wrappers_must_be_the_same() => ExpectOnlyErrors(
        """
        {
          pet {
            ... on Dog { litter { name } x: litter { name } }
            ... on Cat { litter { name } x: owner { name } }
          }
        }
        """,
        ("\"litter\" would be of type \"[Dog!]\" (Dog.litter) or \"[Cat]\" (Cat.litter)", 3, 18),
        ("\"x\" would be of type \"[Dog!]\" (Dog.litter) or \"Human\" (Cat.owner)", 3, 34));

    [Fact]
    public void Composite_types_may_differ_between_objects() => ExpectValid(
        """
        {
          pet {
            ... on Dog { x: owner { name } }
            ... on Cat { x: friend { name } }
          }
        }
        """);

    [Fact]
    public void Fields_conflict_through_fragments() => ExpectOnlyErrors(
        """
        {
          dog { ...a ...b }
        }
        fragment a on Dog { x: name ...c }
        fragment b on Pet { ... on Dog { y: name } }
        fragment c on Dog { y: __typename friend { ...d } }
        fragment d on Pet { name }
        """,
        ("\"y\" would be Dog.__typename or Dog.name", 6, 21));

    [Fact]
    public void One_conflict_of_a_shared_fragment_is_reported_once() => ExpectOnlyErrors(
        """
        {
          a: dog { ...f }
          b: dog { ...f }
        }
        fragment f on Dog { x: name x: __typename }
        """,
        ("\"x\"", 5, 21));

    [Fact]
    public void Shared_fragment_does_not_join_its_users() => ExpectValid(
        """
        {
          a: dog { owner { ...f } friend { x: name } }
          b: dog { owner { ...f } friend { x: __typename } }
        }
        fragment f on Human { name }
        """);

    [Fact]
    public void Conflict_in_a_fragment_below_an_unknown_field_is_found() => ExpectErrors(
        """
        { wolf { ...f } }
        fragment f on Dog { x: name x: __typename }
        """,
        ("\"x\"", 2, 21));

    [Fact]
    public void Conflict_in_fragments_that_form_a_cycle_is_found() => ExpectErrors(
        """
        { dog { ...a } }
        fragment a on Dog { x: name friend { ...b } }
        fragment b on Pet { name ... on Dog { x: __typename ...a } }
        """,
        ("\"x\" would be Dog.__typename or Dog.name", 3, 39));

    [Fact]
    public void Unknown_fields_and_types_are_left_to_their_own_rules() => ExpectValid(
        "{ dog { x: howl x: name } ... on Wolf { dog } ...nowhere }");
}
