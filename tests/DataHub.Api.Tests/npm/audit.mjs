// Runs the server audits of graphql-http and prints their results as JSON: [{ id, name, status, reason }].
import { serverAudits } from 'graphql-http';

const [url, token] = process.argv.slice(2);
const fetchFn = (address, options = {}) =>
  fetch(address, { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } });

const results = await Promise.all(
  serverAudits({ url, fetchFn }).map(async ({ id, name, fn }) => {
    const { status, reason } = await fn();
    return { id, name, status, reason: reason ?? null };
  }),
);
console.log(JSON.stringify(results));
