// What an old system gets over SOAP with node-soap, a foreign client, used as it is.
//
// usage: old_system.js BASE_URL ACCOUNT SECRET
// Prints one JSON line: of each call the number of offices it saw, or the code of its fault.
'use strict';
const soap = require('soap');

const [base, account, secret] = process.argv.slice(2);
const other = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');

// each call has a client of its own: node-soap keeps the last headers
async function call(security, operation = 'listOffices', body = {}) {
  const client = await soap.createClientAsync(base + '/ws/registration/v1?wsdl');
  client.setSecurity(security);
  try {
    const [answer] = await client[operation + 'Async'](body);
    return [].concat(answer.items || []).length;
  } catch (fault) {
    const detail = fault.root && fault.root.Envelope.Body.Fault.detail.fault;
    return detail ? detail.code : String(fault);
  }
}

const token = (password, options) => new soap.WSSecurity(account, password, options);
// what it sends when nothing is asked for: PasswordText, a time and a Timestamp, no nonce
const calls = {
  text: () => call(token(secret)),
  again: () => call(token(secret)),
  nonce: () => call(token(secret, { hasNonce: true })),
  digest: () => call(token(secret, { passwordType: 'PasswordDigest' })),
  understood: () => call(token(secret, { mustUnderstand: true })),
  basic: () => call(new soap.BasicAuthSecurity(account, secret)),
  wrongText: () => call(token(other)),
  wrongDigest: () => call(token(other, { passwordType: 'PasswordDigest' })),
  // it writes the elements in the order of the object, whatever the schema says
  push: () => call(token(secret), 'createApplication', { officeId: 'none', idempotencyKey: account }),
};

(async () => {
  const seen = {};
  for (const [name, run] of Object.entries(calls)) {
    seen[name] = await run();
  }
  console.log(JSON.stringify(seen));
})();
