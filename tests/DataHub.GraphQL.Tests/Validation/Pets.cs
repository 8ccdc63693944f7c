using System.Text.Json;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Validation;

/// <summary>The type system of the examples of section 5, and what the examples do not cover.</summary>
internal static class Pets
{
    private const string Sdl = """
        type Query {
          dog: Dog
          findDog(searchBy: FindDogInput): Dog
          human: Human
          pet: Pet
          catOrDog: CatOrDog
          arguments: Arguments
          booleanList(booleanListArg: [Boolean!]): Boolean
          business(nib: NIB!): Business
          businessesByNib(nibs: [NIB!]!): [Business]!
          kurEligibility(input: KurEligibilityInput!): Boolean
          anything(value: Anything): Boolean
          actor: Actor
        }

        type Mutation {
          addPet(pet: PetInput!): Pet
          addPets(pets: [PetInput!]!): [Pet]
        }

        type Subscription {
          newMessage: Message
          disallowedSecondRootField: Boolean
        }

        type Message { body: String, sender: String }

        enum DogCommand { SIT DOWN HEEL }

        type Dog implements Pet {
          name: String!
          nickname: String
          barkVolume: Int
          doesKnowCommand(dogCommand: DogCommand!): Boolean!
          isHouseTrained(atOtherHomes: Boolean): Boolean!
          owner: Human
          friend: Pet
          litter: [Dog!]
        }

        interface Sentient { name: String! }

        interface Pet { name: String! }

        type Alien implements Sentient { name: String!, homePlanet: String }

        type Human implements Sentient { name: String!, pets: [Pet!] }

        enum CatCommand { JUMP }

        type Cat implements Pet {
          name: String!
          nickname: String
          doesKnowCommand(catCommand: CatCommand!): Boolean!
          meowVolume: Int
          owner: Human
          friend: Pet
          litter: [Cat]
        }

        union CatOrDog = Cat | Dog
        union DogOrHuman = Dog | Human
        union HumanOrAlien = Human | Alien

        input FindDogInput { name: String, owner: String }

        input CatInput { name: String!, nickname: String, meowVolume: Int }

        input DogInput { name: String!, nickname: String, barkVolume: Int }

        input PetInput @oneOf { cat: CatInput, dog: DogInput }

        type Arguments {
          multipleRequirements(x: Int!, y: Int!): Int!
          booleanArgField(booleanArg: Boolean): Boolean
          floatArgField(floatArg: Float): Float
          intArgField(intArg: Int): Int
          nonNullBooleanArgField(nonNullBooleanArg: Boolean!): Boolean!
          booleanListArgField(booleanListArg: [Boolean]!): [Boolean]
          nonNullBooleanListField(nonNullBooleanListArg: [Boolean]!): [Boolean]
          nonNullItemsField(nonNullItems: [Boolean!]): [Boolean]
          optionalNonNullBooleanArgField(optionalBooleanArg: Boolean! = false): Boolean!
          intTableField(table: [[Int!]]): Int
          idArgField(idArg: ID): ID
          stringArgField(stringArg: String): String
        }

        interface Node { id: ID! }
        interface Resource implements Node { id: ID!, url: String }

        interface Actor { name: String, partner: Actor }
        type Person implements Actor { name: String, partner: Actor }
        type Firm implements Actor { name: String, partner: Actor }

        scalar NIB
        scalar Anything
        type Business { name: String, self: Business, other: Business, more: [Business] }
        enum KurKind { MIKRO KECIL }
        input KurEligibilityInput {
          nib: NIB!
          amount: Int!
          kinds: [KurKind!]
          months: Int! = 12
          previous: [KurEligibilityInput!]
        }

        directive @tag(name: String!) repeatable on FIELD | QUERY
        directive @once on
          QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
        """;

    public static Schema Schema { get; } = Build();

    private static Schema Build()
    {
        var schema = SchemaBuilder.Build([new Source(Sdl, "pets.graphql")]);
        ((ScalarType)schema.Type("NIB")!).Codec = new NibCodec();
        return schema;
    }

    /// <summary>A scalar whose values must not come back in a message.</summary>
    private sealed class NibCodec : ScalarCodec
    {
        public override bool TryReadLiteral(ValueNode literal, out object? value, out string? problem)
        {
            value = literal is StringValueNode { Value.Length: 13 } text && text.Value.All(char.IsAsciiDigit) ? text.Value : null;
            problem = value is null ? "NIB must be 13 digits" : null;
            return value is not null;
        }

        public override bool TryReadJson(JsonElement json, out object? value, out string? problem) =>
            TryReadLiteral(new StringValueNode(json.ToString()), out value, out problem);

        public override ScalarWriter<T>? WriterFor<T>() => null;
    }
}
