/** Who is logged in, what he acts as, and what the gate lets him do now. */

import { api, Problem } from './api.js';

const BASE = '/api/platform/v1';

class Session extends EventTarget {
  /** As GET /me answers; null = nobody. */
  me = null;

  /** Names of the operations that may be called now. */
  operations = new Set();

  /** Whether a second factor has to be set up before anything else; known right after the login. */
  mustEnrol = false;

  /** Looks whether the browser has a session already. */
  async start() {
    try {
      await this.refresh({ stranger: true });
    } catch (refused) {
      if (!(refused instanceof Problem) || refused.status !== 401) {
        throw refused;
      }
      this.me = null;
    }
  }

  /** @throws Problem LOGIN_FAILED, CODE_REQUIRED, LOGIN_LOCKED */
  async login(account, password, code) {
    const opened = await api.post(`${BASE}/sessions`, { account, password, code: code || undefined }, { stranger: true, repeat: false });
    this.mustEnrol = opened.mustEnrol;
    await this.refresh();
    if (this.me.acting === undefined && this.me.bindings.length === 1) {
      await this.act(this.me.bindings[0].acting);
    }
    return opened;
  }

  /** Ends the session; what this page knows of it goes with the page. */
  logout() {
    return api.delete(`${BASE}/sessions/current`, { stranger: true, repeat: false });
  }

  /** Chooses what the session acts as. @param acting as in me.bindings */
  async act(acting) {
    await api.put(`${BASE}/sessions/current/acting`, { acting }, { repeat: false });
    await this.refresh();
  }

  async refresh(options) {
    const me = await api.get(`${BASE}/me`, {}, options);
    const allowed = await api.get(`${BASE}/me/operations`, {}, options);
    this.me = me;
    this.operations = new Set(allowed.operations);
    this.dispatchEvent(new Event('change'));
  }

  /** Asks again what may be called: a module that has come brings operations, one that has gone takes them. */
  async renew() {
    const { operations } = await api.get(`${BASE}/me/operations`, {}, { repeat: false, stranger: true });
    if (operations.length !== this.operations.size || operations.some((each) => !this.operations.has(each))) {
      this.operations = new Set(operations);
      this.dispatchEvent(new Event('change'));
    }
  }

  /** Whether the caller may call an operation; what no table grants, nobody may. */
  may(operation) {
    return this.operations.has(operation);
  }

  /** Whether he acts as one of these roles. */
  is(...roles) {
    return Boolean(this.me && this.me.acting && roles.includes(this.me.acting.role));
  }
}

export const session = new Session();
export const may = (operation) => session.may(operation);
