/** Dates, times, numbers as they are written in official Chinese. All times are those of Asia/Shanghai, as the platform's are. */

import { t } from './texts.js';

const ZONE = 'Asia/Shanghai';
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  hourCycle: 'h23',
});

function parts(instant) {
  const found = {};
  for (const part of PARTS.formatToParts(new Date(instant))) {
    found[part.type] = part.value;
  }
  return found;
}

/** A day for tables: 2026-03-05. @param value ISO day or instant; null = nothing */
export function day(value) {
  if (!value) {
    return '';
  }
  if (value.length === 10) {
    return value;
  }
  const p = parts(value);
  return `${p.year}-${p.month}-${p.day}`;
}

/** A day for sentences: 2026年3月5日. */
export function dayInWords(value) {
  if (!value) {
    return '';
  }
  return t.dayInWords(...day(value).split('-').map(Number));
}

/** An instant: 2026-03-05 10:24. */
export function time(value) {
  if (!value) {
    return '';
  }
  const p = parts(value);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** The hours of an instant: 10:24. */
export function clock(value) {
  const p = parts(value);
  return `${p.hour}:${p.minute}`;
}

/** A number with separators: 1,234.5. @param digits decimals, as they come if left out */
export function number(value, digits) {
  return value === null || value === undefined || value === ''
    ? ''
    : Number(value).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits === undefined ? 4 : digits });
}

/** A size of a file: 1.2 MB. */
export function bytes(value) {
  if (value < 1024) {
    return `${value} B`;
  }
  return value < 1024 * 1024 ? `${(value / 1024).toFixed(0)} KB` : `${(value / 1024 / 1024).toFixed(1)} MB`;
}

const BROWSERS = [['Edge', /Edg\/(\d+)/], ['Firefox', /Firefox\/(\d+)/], ['Chrome', /Chrome\/(\d+)/], ['Safari', /Version\/(\d+).*Safari/]];
const SYSTEMS = [['Android', /Android/], ['iOS', /iPhone|iPad/], ['Windows', /Windows/], ['macOS', /Mac OS X/], ['Linux', /Linux/]];

/** Which browser on what a User-Agent names: Chrome 120，Windows. */
export function agent(value) {
  const browser = BROWSERS.map(([name, pattern]) => [name, pattern.exec(value || '')]).find(([, found]) => found);
  const system = SYSTEMS.find(([, pattern]) => pattern.test(value || ''));
  return browser ? t.sessionAgentOf(`${browser[0]} ${browser[1][1]}`, system && system[0]) : value || t.sessionAgentUnknown;
}

/** Days from today to a day, both in Asia/Shanghai; negative = over. */
export function daysUntil(value, now) {
  const today = day(new Date(now || Date.now()).toISOString());
  return Math.round((Date.parse(day(value)) - Date.parse(today)) / 86400000);
}
