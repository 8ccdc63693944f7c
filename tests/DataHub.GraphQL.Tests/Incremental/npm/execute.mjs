// Executes documents with the reference implementation: node execute.mjs <cases.json> <results.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, experimentalExecuteIncrementally, execute, parse, specifiedRules, validate, visit } from 'graphql';

class Item {
  constructor(n) { this.n = n % 97; }
  get __typename() { return 'Item'; }
  get id() { return `i${this.n}`; }
  get name() { return this.n % 3 === 0 ? null : `Item ${this.n}`; }
  get size() { return this.n; }
  get must() { return this.n % 7 === 3 ? null : this.n; }
  get tags() { return [...Array(this.n % 4).keys()].map((i) => (i === 2 ? null : `t${i}`)); }
  get grid() { return [[this.n, null], [], [1]]; }
  get next() { return this.n % 5 === 4 ? null : new Item(this.n * 2 + 1); }
  get items() { return [...Array(this.n % 4).keys()].map((i) => new Item(this.n + i + 1)); }
  get other() { return this.n % 2 === 0 ? new Box(this.n + 5) : new Item(this.n + 2); }
}

class Box {
  constructor(n) { this.n = n % 97; }
  get __typename() { return 'Box'; }
  get id() { return `b${this.n}`; }
  get item() { return this.n % 3 === 1 ? null : new Item(this.n + 3); }
  get boxes() { return this.n % 6 === 5 ? null : [...Array(this.n % 3).keys()].map((i) => (i === 1 ? null : new Box(this.n + i))); }
  get nodes() { return [new Item(this.n), new Box(this.n + 2), new Item(this.n + 1)]; }
}

const rootValue = { item: new Item(1), box: new Box(2), items: [5, 6, 7, 8].map((n) => new Item(n)), boxes: [new Box(1), null, new Box(8)], nodes: new Box(4).nodes };
const [, , casesFile, resultsFile] = process.argv;
const { sdl, cases } = JSON.parse(readFileSync(casesFile, 'utf8'));
const schema = buildSchema(sdl + `
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD`);

const plainSchema = buildSchema(sdl);
const Directive = (node) => (['defer', 'stream'].includes(node.name.value) ? null : undefined);
const results = [];
for (const { query, variables } of cases) {
  const document = parse(query);
  const errors = validate(schema, document, specifiedRules).map((e) => e.message);
  if (errors.length > 0) {
    results.push({ errors });
    continue;
  }
  const plain = await execute({ schema: plainSchema, document: visit(document, { Directive }), rootValue, variableValues: variables });
  const result = await experimentalExecuteIncrementally({ schema, document, rootValue, variableValues: variables });
  const payloads = [];
  if ('initialResult' in result) {
    payloads.push(result.initialResult);
    for await (const payload of result.subsequentResults) payloads.push(payload);
  } else payloads.push(result);
  results.push({ errors, plain, payloads });
}
writeFileSync(resultsFile, JSON.stringify(results));
