/**
 * The platform's REST interfaces, as pages call them. Reads and writes that carry a version are repeated by themselves while
 * the server is away; a session that ended is renewed by a login over the page, then the call goes on. What is refused
 * comes as a {@link Problem}.
 */

import { t } from './texts.js';

const PATIENCE_MILLIS = 60000;
const LONGEST_PAUSE_MILLIS = 5000;

/** A refusal (RFC 9457): status, stable code, Chinese sentence, violations by field path. */
export class Problem extends Error {
  constructor(status, body) {
    super((body && body.detail) || t.problemUnknown(status));
    this.status = status;
    this.code = (body && body.code) || 'UNKNOWN';
    this.violations = (body && body.violations) || [];
    this.legal = (body && body.legal) || [];
  }

  /** What is wrong with a field; empty when nothing is. */
  of(path) {
    return this.violations.filter((violation) => violation.path === path).map((violation) => violation.message).join(' ');
  }
}

/** Whether the server can be reached; tells 'change'. */
class Connection extends EventTarget {
  away = false;

  tell(away) {
    if (this.away !== away) {
      this.away = away;
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const connection = new Connection();

/** Set by the shell: relogin shows the login over the page and returns when the same account is in again; acted is told of each act. */
export const hooks = { relogin: async () => { throw new Problem(401, null); }, acted: () => {} };

const pause = (millis) => new Promise((done) => { setTimeout(done, millis); });

/** A new idempotency key: 128 random bits. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headers(method, options) {
  const sent = { 'X-Requested-With': 'XMLHttpRequest', Accept: options.accept || 'application/json' };
  if (options.body !== undefined && !(options.body instanceof FormData)) {
    sent['Content-Type'] = 'application/json';
  }
  if (options.version !== undefined) {
    sent['If-Match'] = `"${options.version}"`;
  }
  if (method !== 'GET') {
    sent['Idempotency-Key'] = options.key || newKey();
  }
  if (options.acting) {
    sent['Liaison-Office'] = options.acting;
  }
  return sent;
}

async function problem(response) {
  try {
    return new Problem(response.status, await response.json());
  } catch (unreadable) {
    return new Problem(response.status, null);
  }
}

/** Until the platform answers itself, the container around it says in its own words that there is nothing. */
const isStarting = (status, type) => status === 404 && !String(type).includes('json');

async function attempt(path, request) {
  try {
    const response = await fetch(path, request);
    return isStarting(response.status, response.headers.get('Content-Type')) ? null : response;
  } catch (broken) {
    if (broken.name === 'AbortError') {
      throw broken;
    }
    return null;
  }
}

async function call(method, path, options = {}) {
  const repeatable = options.repeat === undefined ? method === 'GET' || options.version !== undefined : options.repeat;
  const request = {
    method,
    headers: headers(method, options),
    body: options.body === undefined || options.body instanceof FormData ? options.body : JSON.stringify(options.body),
    signal: options.signal,
    credentials: 'same-origin',
    cache: 'no-store',
  };
  const since = Date.now();
  for (let tries = 0; ; tries += 1) {
    const response = await attempt(path, request);
    connection.tell(response === null);
    if (response === null) {
      if (!repeatable) {
        throw new Problem(0, { code: 'AWAY', detail: t.problemAway });
      }
    } else if (response.ok) {
      if (method === 'POST') {
        hooks.acted();
      }
      return response;
    } else if (response.status === 401 && !options.stranger) {
      await hooks.relogin();
      continue;
    } else if (response.status !== 503 || !repeatable || Date.now() - since > PATIENCE_MILLIS) {
      throw await problem(response);
    }
    await pause(Math.min(LONGEST_PAUSE_MILLIS, 500 * 2 ** tries));
  }
}

async function content(response) {
  if (response.status === 204) {
    return null;
  }
  const body = await response.json();
  const tag = /^"(\d+)"$/.exec(response.headers.get('ETag') || '');
  if (tag && body && body.version === undefined) {
    Object.defineProperty(body, 'version', { value: Number(tag[1]), enumerable: false });
  }
  return body;
}

/** The query part of an address; what is null, undefined or empty is left out. */
export function query(values) {
  const kept = Object.entries(values || {}).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

/**
 * Options of all: version (If-Match), key (Idempotency-Key), acting (Liaison-Office), signal, repeat (while the server is away).
 * A body answered with an ETag has it as its property version.
 */
export const api = {
  get: async (path, values, options) => content(await call('GET', path + query(values), options)),
  post: async (path, body, options) => content(await call('POST', path, { ...options, body })),
  put: async (path, body, options) => content(await call('PUT', path, { ...options, body })),
  delete: async (path, options) => content(await call('DELETE', path, options)),

  /** A file: its content and media type. */
  file: async (path, options) => (await call('GET', path, { ...options, accept: '*/*' })).blob(),

  /** Sends a file as the part "file". @param told told the share that is sent, 0 to 1 */
  upload(path, file, options = {}, told = () => {}) {
    const form = new FormData();
    form.append('file', file, file.name);
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open('POST', path);
      for (const [name, value] of Object.entries(headers('POST', { ...options, body: form }))) {
        request.setRequestHeader(name, value);
      }
      request.upload.onprogress = (event) => told(event.loaded / event.total);
      request.onerror = () => {
        connection.tell(true);
        failed(new Problem(0, { code: 'AWAY', detail: t.problemAway }));
      };
      request.onload = () => {
        if (isStarting(request.status, request.getResponseHeader('Content-Type'))) {
          request.onerror();
          return;
        }
        connection.tell(false);
        let body = null;
        try {
          body = request.responseText ? JSON.parse(request.responseText) : null;
        } catch (unreadable) {
          body = null;
        }
        if (request.status < 300) {
          done(body);
        } else if (request.status === 401) {
          hooks.relogin().then(() => api.upload(path, file, options, told)).then(done, failed);
        } else {
          failed(new Problem(request.status, body));
        }
      };
      request.send(form);
    });
  },
};
