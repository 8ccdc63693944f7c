// The client graphql-sse against the host: node events.mjs <http url> <token> <token that is about to expire>
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { run, tick } from './checks.mjs';

const [url, token, shortToken] = process.argv.slice(2);
const ticks = { query: 'subscription { ticked { number } }' };
const open = (options = {}) => createClient({ url, retryAttempts: 0, headers: { authorization: `Bearer ${token}` }, ...options });
async function all(iterator) {
  const results = [];
  for await (const result of iterator) results.push(result);
  return results;
}

await run({
  async 'receives events and stops when it likes'() {
    const iterator = open().iterate(ticks);
    const first = iterator.next();
    await tick(url, token, 1, 1);
    await tick(url, token, 2, 1);
    assert.deepEqual((await first).value, { data: { ticked: { number: 1 } } });
    assert.deepEqual((await iterator.next()).value, { data: { ticked: { number: 2 } } });
    await iterator.return();
    await tick(url, token, 0, 0);
  },

  async 'asks queries and mutations'() {
    assert.deepEqual(await all(open().iterate({ query: '{ hello }' })), [{ data: { hello: 'Hello world' } }]);
    const [{ data }] = await all(open().iterate({ query: 'mutation { count }' }));
    assert.equal(typeof data.count, 'number');
  },

  async 'is told the errors of a refused request'() {
    for (const [query, code] of [['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'], ['subscription { refused }', 'NOT_FOUND']]) {
      const results = await all(open().iterate({ query }));
      assert.equal(results.length, 1);
      assert.equal(results[0].errors[0].extensions.code, code);
    }
  },

  async 'is refused without a token'() {
    await assert.rejects(all(open({ headers: {} }).iterate(ticks)), ({ response }) => response.status === 401);
  },

  async 'is told when its token has expired'() {
    const [{ errors }] = await all(open({ headers: { authorization: `Bearer ${shortToken}` } }).iterate(ticks));
    assert.equal(errors[0].extensions.code, 'UNAUTHENTICATED');
  },

  async 'comes back after a line that broke'() {
    const urls = ['http://127.0.0.1:1/graphql'];
    const client = open({ retryAttempts: 3, retry: async () => {}, url: () => urls.pop() ?? url });
    assert.deepEqual(await all(client.iterate({ query: '{ hello }' })), [{ data: { hello: 'Hello world' } }]);
  },
});
