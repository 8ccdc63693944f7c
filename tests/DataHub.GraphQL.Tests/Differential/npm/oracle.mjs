// Answers questions about documents with the reference implementation. One question a line of JSON, one answer a line.
import { createInterface } from 'node:readline';
import {
  GraphQLError, buildASTSchema, buildClientSchema, buildSchema, getVariableValues, introspectionFromSchema, parse, print, specifiedRules,
  validate, validateSchema, visit,
} from 'graphql';
import { executed } from './world.mjs';

// Empty selection sets are a proposal after September 2025: SelectionSet : { Selection+ }.
const parsing = { noLocation: true, allowEmptySelectionSets: false };

// Rules of no section: incremental delivery is a proposal of its own, the depth of introspection is a recommendation of this library.
const extraRules = new Set([
  'DeferStreamDirectiveOnRootFieldRule', 'DeferStreamDirectiveOnValidOperationsRule', 'DeferStreamDirectiveLabelRule',
  'StreamDirectiveOnListFieldRule', 'MaxIntrospectionDepthRule',
]);
const rules = specifiedRules.filter((rule) => !extraRules.has(rule.name));

const schemas = new Map();

// Errors are answers here, thousands of them; nobody reads where they were made.
Error.stackTraceLimit = 0;

// A syntax error is an answer; anything else that is thrown (a stack that is full) is not.
function read(text) {
  try {
    return { document: parse(text, parsing) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { error: error.message.toWellFormed() };
  }
}

// What a document says, whatever its layout: a string may be written in either form.
const meaning = (document) => JSON.stringify(document, (key, value) => (key === 'block' ? undefined : value));

// In ASCII, a code unit each: a string may hold what is no text.
const quoted = (text) => text.replace(/[^ -~]|["\\]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

function strings(document) {
  const found = [];
  visit(document, { StringValue: (node) => void found.push(quoted(node.value)) });
  return found;
}

// "printed" is the other side's print of what it has read; absent when it refused the text.
function parsed({ text, printed }) {
  const theirs = read(text);
  if (theirs.error !== undefined) return { error: theirs.error };
  if (printed === undefined) return {};
  const again = read(printed);
  return {
    strings: strings(theirs.document),
    same: again.error === undefined && meaning(again.document) === meaning(theirs.document),
    print: again.error ?? print(theirs.document),
  };
}

function validated(schema, text) {
  const { document, error } = read(text);
  if (error !== undefined) return { error };
  const broken = new Set();
  const listening = rules.map((rule) => (context) => rule(Object.create(context, {
    reportError: { value: (problem) => { broken.add(rule.name); context.reportError(problem); } },
  })));
  const errors = validate(schema, document, listening, { maxErrors: 1000 });
  return { rules: [...broken], messages: errors.slice(0, 5).map((problem) => problem.message) };
}

function coerced(schema, { text, variables }) {
  const { document, error } = read(text);
  if (error !== undefined) return { error };
  const { variableValues, errors } = getVariableValues(
    schema, document.definitions[0].variableDefinitions ?? [], JSON.parse(variables));
  return errors === undefined ? { values: variableValues.coerced } : { error: errors[0].message };
}

// Null when the text describes a type system that is whole.
function built(text) {
  const { document, error } = read(text);
  if (error !== undefined) return error;
  try {
    return validateSchema(buildASTSchema(document))[0]?.message ?? null;
  } catch (fault) {
    return fault.message;
  }
}

const introspected = (sdl) => introspectionFromSchema(buildSchema(sdl), {
  specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
});

const answers = {
  schema: ({ name, introspection }) => { schemas.set(name, buildClientSchema(introspection)); return rules.map((rule) => rule.name); },
  parse: ({ items }) => items.map(parsed),
  validate: ({ schema, items }) => items.map((text) => validated(schemas.get(schema), text)),
  variables: ({ schema, items }) => items.map((item) => coerced(schemas.get(schema), item)),
  execute: executed,
  build: ({ items }) => items.map(built),
  introspect: ({ sdl }) => introspected(sdl),
};

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  let answer;
  try {
    answer = { answer: answers[question.ask](question) };
  } catch (error) {
    answer = { failure: `${error.stack}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
