/** What pages of modules import: import { Page, html, api } from 'liaison'. See docs/portal.md. */

export { html, nothing, svg } from 'lit';
export { api, connection, newKey, Problem, query } from './api.js';
export { agent, bytes, clock, day, dayInWords, daysUntil, number, time } from './format.js';
export { language, say, texts } from './i18n.js';
export { List } from './list.js';
export { operationNames } from './operations.js';
export { findScopes, learnNames, scopeName } from './roles.js';
export { announce, Element, go, href, Page } from './page.js';
export { may, session } from './session.js';
export { site } from './site.js';
export { valuesOf } from './elements/field.js';
import './elements/file.js';
import './elements/marks.js';
import './elements/table.js';
