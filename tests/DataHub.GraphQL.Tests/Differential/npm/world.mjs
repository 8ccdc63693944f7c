// Executes operations over objects that are made of a seed, a type and a number; Worlds/World.cs makes the same ones.
import {
  GraphQLList, buildSchema, execute, isAbstractType, isEnumType, isInterfaceType, isListType, isNonNullType, isObjectType, parse, validate,
} from 'graphql';

const numbers = [0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 0, 123456789012345680000, 1 / 3];
const texts = ['', 'é', '\u2028', '"\\\n\t/', '😀', '\u0001', 'a', '</script>', '\u007f'];

function hash(text) {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619) >>> 0;
  return value || 1;
}

class Draws {
  constructor(text) { this.state = hash(text); for (let i = 0; i < 4; i++) this.next(2); }

  next(n) {
    let x = this.state;
    x ^= x << 13; x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5; x >>>= 0;
    this.state = x;
    return (x >>> 4) % n;
  }
}

// What stands where the SDL says [String]! and so on: null at times, also where it must not be.
function valueOf(schema, draws, type, args) {
  const rare = isNonNullType(type) ? 16 : 6;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (draws.next(rare) === 0) return null;
  if (isListType(nullable)) return Array.from({ length: draws.next(4) }, () => valueOf(schema, draws, nullable.ofType, args));
  if (isAbstractType(nullable)) {
    const types = schema.getPossibleTypes(nullable).map((t) => t.name).sort();
    if (types.length === 0) return null;
    return { type: types[draws.next(types.length)], n: draws.next(5) };
  }
  return isObjectType(nullable) ? { type: nullable.name, n: draws.next(5) } : leafOf(draws, nullable, args);
}

function leafOf(draws, type, args) {
  const odd = draws.next(16) === 0;
  if (isEnumType(type)) return odd ? 'NO_VALUE' : type.getValues()[draws.next(type.getValues().length)].name;
  switch (type.name) {
    case 'Int': return odd ? 2147483648 + draws.next(10) : draws.next(2000) - 1000;
    case 'Float': return odd ? [NaN, Infinity, -Infinity][draws.next(3)] : numbers[draws.next(numbers.length)];
    case 'Boolean': return draws.next(2) === 1;
    default: {
      const text = texts[draws.next(texts.length)] + draws.next(10);
      return Object.keys(args).length > 0 ? `args:${JSON.stringify(args)}` : text;
    }
  }
}

export function executed({ sdl, seed, items }) {
  const schema = buildSchema(sdl);
  // With no output type non-null: what stands at each position before any null moves up.
  const nullable = buildSchema(sdl);
  for (const type of Object.values(nullable.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.type = stripped(field.type);
  }
  const fieldResolver = (source, args, _, info) => {
    const draws = new Draws(`${seed}/${info.parentType.name}/${source.n}/${info.fieldName}`);
    if (draws.next(16) === 0) throw new Error('thrown');
    return valueOf(schema, draws, schema.getType(info.parentType.name).getFields()[info.fieldName].type, args);
  };
  const run = (over, document, variableValues) => execute({
    schema: over, document, variableValues, rootValue: { n: 0 }, fieldResolver, typeResolver: (source) => source.type,
  });
  return items.map(({ text, variables }) => {
    const document = parse(text, { allowEmptySelectionSets: false });
    const faults = validate(schema, document);
    if (faults.length > 0) return { invalid: faults[0].message };
    const result = run(schema, document, JSON.parse(variables));
    if (!('data' in result)) return { refused: result.errors[0].message };
    const before = run(nullable, document, JSON.parse(variables));
    return { data: result.data, errors: result.errors ?? [], before: before.data, causes: (before.errors ?? []).map((e) => e.path) };
  });
}

function stripped(type) {
  if (isNonNullType(type)) return stripped(type.ofType);
  return isListType(type) ? new GraphQLList(stripped(type.ofType)) : type;
}
