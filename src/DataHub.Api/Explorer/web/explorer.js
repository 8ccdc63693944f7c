'use strict';
// A token is asked for from this very host and kept in memory only: it is gone when the page is.
(() => {
  const clients = {
    'bank-sandbox': ['KUR_ELIGIBILITY'],
    'university-sandbox': ['RESEARCH'],
    'partner-sandbox': ['SELLER_VERIFICATION'],
    'dashboard-sandbox': ['PROGRAMME_MONITORING'],
    'owner-sandbox': ['SUBJECT_ACCESS'],
    'steward-sandbox': ['STEWARDSHIP'],
  };
  const purposes = [...new Set(Object.values(clients).flat())];
  const element = (id) => document.getElementById(id);
  const option = (value, text = value) => Object.assign(document.createElement('option'), { value, textContent: text });
  element('clients').append(...Object.keys(clients).map((id) => option(id)));
  element('purpose').append(option('', 'the only one'), ...purposes.map((p) => option(p)));

  let token = null;
  const root = ReactDOM.createRoot(element('explorer'));

  async function fetcher(request, options) {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...options?.headers };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (element('purpose').value) headers['X-Purpose'] = element('purpose').value;
    const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(request), credentials: 'omit' });
    return answer.json();
  }

  function show(key) {
    root.render(React.createElement(GraphiQL, { key, fetcher, shouldPersistHeaders: false, defaultQuery: '{\n  __typename\n}\n' }));
  }

  element('sign-in').addEventListener('submit', async (event) => {
    event.preventDefault();
    const state = element('state');
    const basic = btoa(`${element('client').value}:${element('secret').value}`);
    const answer = await fetch('/connect/token', {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
      credentials: 'omit',
    });
    if (!answer.ok) {
      state.value = `No token: the hub answered ${answer.status}.`;
      return;
    }
    const given = await answer.json();
    token = given.access_token;
    state.value = `Token of ${element('client').value}, good for ${Math.round(given.expires_in / 60)} minutes: ${given.scope ?? ''}`;
    show(token);
  });
})();
