using DataHub.GraphQL.Tests.SpecCompliance;

namespace DataHub.GraphQL.Tests.Validation;

public sealed class Section_5_2_4_1_SingleRootFieldTests() : RuleTests("5.2.4.1 Single Root Field")
{
    [Fact]
    public void One_root_field_is_right() => ExpectValid(
        "subscription sub { newMessage { body sender } }");

    [Fact]
    public void One_root_field_may_come_from_a_fragment() => ExpectValid(
        """
        subscription sub { ...newMessageFields }
        fragment newMessageFields on Subscription { newMessage { body sender } }
        """);

    [Fact]
    public void One_response_name_may_be_selected_twice() => ExpectValid(
        """
        subscription sub { newMessage { body } ... on Subscription { newMessage { sender } } ...more }
        fragment more on Subscription { newMessage { body } }
        """);

    [Fact]
    public void Queries_may_have_many_root_fields() => ExpectValid(
        "{ dog { name } human { name } __typename }");

    [Fact]
    public void Skip_below_the_root_is_allowed() => ExpectValid(
        "subscription sub($on: Boolean!) { newMessage { body @skip(if: $on) } }");

    [Fact]
    public void Two_root_fields_are_refused() => ExpectOnlyErrors(
        """
        subscription sub {
          newMessage { body sender }
          disallowedSecondRootField
        }
        """,
        ("Exactly one root field must be selected by subscription \"sub\"", 3, 3));

    [Fact]
    public void Two_aliases_of_one_field_are_two_root_fields() => ExpectOnlyErrors(
        """
        subscription {
          newMessage { body }
          again: newMessage { body }
        }
        """,
        ("by the subscription", 3, 3));

    [Fact]
    public void Two_root_fields_in_a_fragment_are_refused() => ExpectOnlyErrors(
        """
        subscription sub {
          ...multipleSubscriptions
        }
        fragment multipleSubscriptions on Subscription {
          newMessage { body sender }
          disallowedSecondRootField
        }
        """,
        ("Exactly one root field", 6, 3));

    [Fact]
    [Specifies("CollectSubscriptionFields()")]
    public void Two_root_fields_in_nested_fragments_are_refused() => ExpectOnlyErrors(
        """
        subscription sub {
          ... on Subscription { ... { newMessage { body } } ...b }
        }
        fragment b on Subscription {
          disallowedSecondRootField
        }
        """,
        ("Exactly one root field", 5, 3));

    [Fact]
    public void Skip_and_include_are_refused() => ExpectOnlyErrors(
        """
        subscription requiredRuntimeValidation($bool: Boolean!) {
          newMessage @include(if: $bool) { body sender }
          disallowedSecondRootField @skip(if: $bool)
        }
        """,
        ("\"@include\" is not allowed", 2, 14),
        ("\"@skip\" is not allowed", 3, 29),
        ("Exactly one root field", 3, 3));

    [Fact]
    public void Skip_and_include_are_refused_on_fragments() => ExpectOnlyErrors(
        """
        subscription sub($bool: Boolean!) {
          ... @include(if: $bool) { newMessage { body } }
          ...f @skip(if: $bool)
        }
        fragment f on Subscription { newMessage @include(if: $bool) { sender } }
        """,
        ("\"@include\" is not allowed", 2, 7),
        ("\"@skip\" is not allowed", 3, 8),
        ("\"@include\" is not allowed", 5, 41));

    [Fact]
    public void Introspection_field_is_refused() => ExpectOnlyErrors(
        """
        subscription sub {
          __typename
        }
        """,
        ("must not be the introspection field \"__typename\"", 2, 3));

    [Fact]
    public void Aliased_introspection_field_is_refused() => ExpectOnlyErrors(
        "subscription { newMessage: __typename }",
        ("\"__typename\"", 1, 16));

    [Fact]
    public void No_root_field_is_refused() => ExpectErrors(
        "subscription sub { ...missing }",
        ("Exactly one root field", 1, 1));

    [Fact]
    [Specifies("CollectSubscriptionFields()")]
    public void Cycle_of_fragments_ends() => ExpectErrors(
        """
        subscription sub { ...a }
        fragment a on Subscription { ...b newMessage { body } }
        fragment b on Subscription { ...a other: newMessage { body } }
        """,
        ("Exactly one root field", 2, 35));
}
