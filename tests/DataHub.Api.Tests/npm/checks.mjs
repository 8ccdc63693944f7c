// Runs checks one after the other and prints their results as JSON: [{ name, reason }]; reason is null where the check holds.
export async function run(checks, patience = 15000) {
  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    const failure = await Promise.race([check().then(() => null, (error) => error ?? 'failed'), after(patience)]);
    results.push({ name, reason: failure && String(failure.stack ?? JSON.stringify(failure)) });
  }
  console.log(JSON.stringify(results));
  // Sockets of a check that failed may still be open.
  process.exit(0);
}

export const after = (milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, `nothing happened for ${milliseconds} ms`));

/** Asks over plain HTTP. */
export async function ask(url, token, query) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

/** Sends an event once so many subscribe. */
export async function tick(url, token, number, subscribers) {
  for (;;) {
    const { tick: reached } = await ask(url, token, `mutation { tick(number: ${number}) }`);
    if (reached === subscribers) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
