// node explorer.mjs URL BROWSER: opens the page as a person would, gets a token, asks the default query and writes what was seen as JSON.
import puppeteer from 'puppeteer-core';

const [url, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  const seen = { complaints: [], hosts: new Set(), policy: null, answer: null, documentation: null };
  page.on('console', (message) => { if (message.type() === 'error') seen.complaints.push(message.text()); });
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  page.on('request', (request) => { if (!request.url().startsWith('data:')) seen.hosts.add(new URL(request.url()).host); });
  const answer = await page.goto(url);
  seen.policy = answer.headers()['content-security-policy'];
  await page.type('#client', 'bank-sandbox');
  await page.type('#secret', 'sandbox');
  await page.click('#sign-in button');
  await page.waitForSelector('.graphiql-execute-button');
  // The explorer asks for the schema first; its documentation lists what the schema has.
  await page.waitForFunction(() => !document.querySelector('.graphiql-spinner'));
  await page.click('.graphiql-execute-button');
  await page.waitForFunction(() => document.querySelector('.result-window')?.textContent.includes('data'));
  seen.answer = await page.$eval('.result-window', (element) => element.textContent);
  await page.click('[aria-label="Show Documentation Explorer"]');
  await page.waitForFunction(() => document.querySelector('.graphiql-doc-explorer')?.textContent.includes('Query'));
  seen.documentation = await page.$eval('.graphiql-doc-explorer', (element) => element.textContent);
  console.log(JSON.stringify({ ...seen, hosts: [...seen.hosts] }));
} finally {
  await browser.close();
}
