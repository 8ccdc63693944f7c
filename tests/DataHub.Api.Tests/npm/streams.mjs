// The hub's own streams, over both transports: node streams.mjs <http url> <folder for files> <program and arguments that load a file ...>
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ask, run } from './checks.mjs';

const [url, folder, program, ...load] = process.argv.slice(2);
const [nib, other] = ['2801255173141', '2801255173999'];
const header =
  'nib,nik_penanggung_jawab,nama_usaha,nama_pemilik,jenis_badan_usaha,kbli,skala,modal_usaha,alamat,kode_wilayah,telepon,email,tanggal_terbit,status';
const changed = `subscription Changes($nibs: [NIB!]!, $after: String) {
  businessChanged(nibs: $nibs, after: $after) { cursor nib kind attributes business { name } } }`;
const progress = 'subscription Progress($id: ID!) { feedRunProgress(id: $id) { stage received percentRead run { id status } } }';

async function token(client) {
  const response = await fetch(new URL('/connect/token', url), {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client}-sandbox:sandbox`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return (await response.json()).access_token;
}
const tokens = Object.fromEntries(await Promise.all(['partner', 'bank', 'steward', 'university'].map(async (c) => [c, await token(c)])));
const clients = {
  socket: (caller, options) =>
    createSocketClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${tokens[caller]}` },
      ...options,
    }),
  events: (caller) => createEventClient({ url, retryAttempts: 0, headers: { authorization: `Bearer ${tokens[caller]}` } }),
};

/** Loads rows in a process of their own, as an operator does while the hub serves. */
let files = 0;
async function loads(...rows) {
  const file = join(folder, `oss-${files++}.csv`);
  await writeFile(file, [header, ...rows].join('\n') + '\n');
  await promisify(execFile)(program, [...load, file]);
}
const row = (name, number = nib) => `${number},1803124611920007,${name},APRIANI,Perorangan,96200,Mikro,81300000,Jl. A,18.03,0811,,2025-01-28,AKTIF`;
const value = async (iterator) => (await iterator.next()).value;
const change = async (iterator) => {
  const { data, errors } = await value(iterator);
  assert.equal(errors, undefined);
  return data.businessChanged;
};
// Neither protocol says when a subscription stands: the business is renamed until all of them hear of it.
let names = 0;
async function renamed(...firsts) {
  let heard = false;
  const all = Promise.all(firsts).finally(() => (heard = true));
  while (!heard) {
    await loads(row(`Binatu ${++names}`));
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 500))]);
  }
  return all;
}

await run({
  async 'a load made by another process is told over both transports alike'() {
    const socket = clients.socket('partner');
    const streams = [socket.iterate({ query: changed, variables: { nibs: [nib] } }), clients.events('bank').iterate({ query: changed, variables: { nibs: [nib] } })];
    await renamed(...streams.map(change));
    await loads(row('Binatu Baru'));
    for (const stream of streams) {
      let told;
      do told = await change(stream);
      while (told.business.name !== 'Binatu Baru');
      assert.deepEqual([told.nib, told.kind, told.attributes], [nib, 'CHANGED', ['name']]);
      await stream.return();
    }
    await socket.dispose();
  },

  async 'what came while the line was broken is told behind the cursor, once, on either transport'() {
    const socket = clients.socket('partner');
    const first = socket.iterate({ query: changed, variables: { nibs: [other, nib] } });
    const [{ cursor }] = await renamed(change(first));
    socket.terminate();
    await assert.rejects(async () => { for (;;) await change(first); });
    const revoked = row('Binatu').replace('AKTIF', 'DICABUT');
    await loads(revoked);
    await loads(revoked.replace('Mikro', 'Kecil'));
    const heard = [];
    for (const client of [clients.socket('partner'), clients.events('partner')]) {
      const again = client.iterate({ query: changed, variables: { nibs: [other, nib], after: cursor } });
      const told = [];
      while (!told.at(-1)?.attributes.includes('scale')) told.push(await change(again));
      await again.return();
      await client.dispose?.();
      assert.ok(told.at(-2).attributes.includes('status'));
      heard.push(told.map((t) => t.cursor));
    }
    assert.deepEqual(heard[0], heard[1]);
    assert.equal(new Set([cursor, ...heard[0]]).size, 1 + heard[0].length);
  },

  async 'a run is followed to its end, which ends the stream'() {
    const loading = loads(...Array.from({ length: 2000 }, (_, i) => row(`Usaha ${i}`, String(3_000_000_000_000 + i))));
    const run = async () => (await ask(url, tokens.steward, '{ feedRuns(first: 1) { nodes { id received status } } }')).feedRuns.nodes[0];
    let newest;
    do newest = await run();
    while (newest.status === 'DONE' && newest.received < 2000);
    for (const client of [clients.socket('steward'), clients.events('steward')]) {
      const steps = [];
      for await (const { data, errors } of client.iterate({ query: progress, variables: { id: newest.id } })) {
        assert.equal(errors, undefined);
        steps.push(data.feedRunProgress);
      }
      assert.deepEqual(steps.at(-1), { stage: 'DONE', received: 2000, percentRead: 100, run: { id: newest.id, status: 'DONE' } });
      assert.ok(steps.every(({ received }, i) => i === 0 || received >= steps[i - 1].received));
      await client.dispose?.();
    }
    await loading;
  },

  async 'who may not hear of it is refused over both'() {
    const request = { query: changed, variables: { nibs: [nib] } };
    const socket = clients.socket('university');
    await assert.rejects(socket.iterate(request).next(), ([{ extensions }]) => extensions.code === 'GRAPHQL_VALIDATION_FAILED');
    await socket.dispose();
    const { errors } = await value(clients.events('university').iterate(request));
    assert.equal(errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
  },
}, 60000);
