// The client graphql-ws against the host: node websocket.mjs <http url> <token> <token that is about to expire>
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { run, tick } from './checks.mjs';

const [http, token, shortToken] = process.argv.slice(2);
const url = http.replace(/^http/, 'ws');
const ticks = { query: 'subscription { ticked { number } }' };
const open = (options = {}) =>
  createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: `Bearer ${token}` }, ...options });
const one = (client, payload) =>
  new Promise((resolve, reject) => {
    let result;
    client.subscribe(payload, { next: (value) => (result = value), error: reject, complete: () => resolve(result) });
  });
const event = (client, name) => new Promise((resolve) => client.on(name, (...args) => resolve(args)));
// Nobody listens any more when a tick reaches no one.
const nobody = () => tick(http, token, 0, 0);
// A subscription is there when a first tick, numbered 0, reaches it; further ones are not numbered 0.
async function next(iterator) {
  for (;;) {
    const { value, done } = await iterator.next();
    if (done || value.data.ticked.number !== 0) return done ? undefined : value.data.ticked.number;
  }
}

await run({
  async 'connects at the first operation, is told of the token and leaves after the last'() {
    const client = open({ lazyCloseTimeout: 0 });
    const [connected, closed] = [event(client, 'connected'), event(client, 'closed')];
    assert.deepEqual(await one(client, { query: '{ hello }' }), { data: { hello: 'Hello world' } });
    const [, ack] = await connected;
    assert.equal(ack.purpose, 'KUR_ELIGIBILITY');
    assert.ok(Date.parse(ack.expiresAt) > Date.now());
    assert.equal((await closed)[0].code, 1000);
  },

  async 'asks queries and mutations with variables'() {
    const client = open();
    const query = 'query A($n: String) { hello(name: $n) } mutation B { count }';
    assert.deepEqual(await one(client, { query, operationName: 'A', variables: { n: 'Sari' } }), { data: { hello: 'Hello Sari' } });
    assert.equal(typeof (await one(client, { query, operationName: 'B' })).data.count, 'number');
    await client.dispose();
  },

  async 'receives events and stops when it likes'() {
    const client = open();
    const iterator = client.iterate(ticks);
    const first = next(iterator);
    await tick(http, token, 0, 1);
    for (const number of [1, 2, 3]) await tick(http, token, number, 1);
    assert.deepEqual([await first, await next(iterator), await next(iterator)], [1, 2, 3]);
    await iterator.return();
    await nobody();
    await client.dispose();
  },

  async 'runs many operations on one socket'() {
    const client = open();
    const iterators = Array.from({ length: 20 }, () => client.iterate(ticks));
    const firsts = iterators.map(next);
    await tick(http, token, 0, 20);
    await tick(http, token, 5, 20);
    assert.deepEqual(await Promise.all(firsts), Array(20).fill(5));
    await client.dispose();
    await nobody();
  },

  async 'is told the errors of a refused request'() {
    const client = open();
    await assert.rejects(one(client, { query: '{ nothing }' }), ([error]) => error.extensions.code === 'GRAPHQL_VALIDATION_FAILED');
    await assert.rejects(one(client, { query: 'subscription { refused }' }), ([error]) => error.extensions.code === 'NOT_FOUND');
    const { data, errors } = await one(client, { query: '{ hello broken }' });
    assert.deepEqual([data, errors[0].path], [{ hello: 'Hello world', broken: null }, ['broken']]);
    await client.dispose();
  },

  async 'is closed without a token, or with one that does not hold'() {
    for (const connectionParams of [undefined, {}, { authorization: 'Bearer nonsense' }])
      await assert.rejects(one(open({ connectionParams }), { query: '{ hello }' }), ({ code }) => code === 4403);
  },

  async 'pings and is answered'() {
    const client = open({ lazy: false, keepAlive: 50, onNonLazyError: () => {} });
    const pong = new Promise((resolve) => client.on('pong', (received) => received && resolve()));
    await pong;
    await client.dispose();
  },

  async 'comes back after its line broke'() {
    const client = open({ retryAttempts: 3, retryWait: async () => {} });
    const iterator = client.iterate(ticks);
    const first = next(iterator);
    await tick(http, token, 1, 1);
    await first;
    const again = event(client, 'connected');
    client.terminate();
    await again;
    const second = next(iterator);
    await tick(http, token, 2, 1);
    assert.equal(await second, 2);
    await client.dispose();
    await nobody();
  },

  async 'comes back with a new token when the old one has expired'() {
    const tokens = [shortToken];
    const client = open({
      retryAttempts: 3,
      retryWait: async () => {},
      connectionParams: () => ({ Authorization: `Bearer ${tokens.pop() ?? token}`, 'X-Purpose': 'KUR_ELIGIBILITY' }),
    });
    const closed = event(client, 'closed');
    const iterator = client.iterate(ticks);
    const first = next(iterator);
    const [{ code, reason }] = await closed;
    assert.deepEqual([code, reason], [4403, 'The access token has expired.']);
    await tick(http, token, 9, 1);
    assert.equal(await first, 9);
    await client.dispose();
    await nobody();
  },

  async 'of the older protocol, or of none, is refused'() {
    // Offered a protocol, ws and browsers fail by themselves (1006) when the server takes none of them.
    for (const [protocols, expected] of [[['graphql-ws'], 1006], [[], 4406]]) {
      const [socket, received] = [new WebSocket(url, protocols), []];
      socket.on('error', () => {});
      socket.on('message', (message) => received.push(message));
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
      assert.equal(await new Promise((resolve) => socket.on('close', resolve)), expected);
      assert.deepEqual(received, []);
    }
  },
});
