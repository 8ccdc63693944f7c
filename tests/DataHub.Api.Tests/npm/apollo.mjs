// Asks twice with Apollo Client's persisted-query link and prints what went over the wire, and the answers, as JSON.
import { createHash } from 'node:crypto';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const [uri, token, useGet] = process.argv.slice(2);
const sent = [];
const recorded = async (address, options) => {
  const url = new URL(address);
  const hasText = options.method === 'GET' ? url.searchParams.has('query') : 'query' in JSON.parse(options.body);
  const response = await fetch(address, options);
  sent.push({ method: options.method, hasText, status: response.status });
  return response;
};
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new PersistedQueryLink({
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    useGETForHashedQueries: useGet === 'GET',
  }).concat(new HttpLink({ uri, fetch: recorded, headers: { authorization: `Bearer ${token}` } })),
});
const query = gql`query Greeting($name: String) { hello(name: $name) }`;
const answers = [];
for (const name of ['one', 'two'])
  answers.push((await client.query({ query, variables: { name }, fetchPolicy: 'no-cache' })).data.hello);
console.log(JSON.stringify({ sent, answers }));
