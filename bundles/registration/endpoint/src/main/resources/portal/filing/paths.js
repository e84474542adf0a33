/** Values of a form by their field path as the interface writes it (head.cv[0].from), and what two people did to one form. */

const keysOf = (path) => path.split(/[.[\]]+/).filter(Boolean);

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

export const isEmpty = (value) => value === null || value === undefined || value === ''
  || (isObject(value) && Object.values(value).every(isEmpty));

export function valueAt(form, path) {
  return keysOf(path).reduce((at, key) => (at === null || at === undefined ? undefined : at[key]), form);
}

/** Puts a value; objects and rows on the way there are made. */
export function put(form, path, value) {
  const keys = keysOf(path);
  let at = form;
  keys.slice(0, -1).forEach((key, i) => {
    if (at[key] === null || at[key] === undefined) {
      at[key] = /^\d+$/.test(keys[i + 1]) ? [] : {};
    }
    at = at[key];
  });
  at[keys[keys.length - 1]] = value;
}

/** What is typed alone: labels are the server's, what is empty is nothing; rows keep their places. */
export function plain(value) {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value)
    .filter(([key, each]) => !/Labels?$/.test(key) && !isEmpty(each) && !(Array.isArray(each) && each.length === 0))
    .map(([key, each]) => [key, plain(each)]));
}

/** Whether two values say the same. */
export function same(one, other) {
  if (isEmpty(one) || isEmpty(other)) {
    return isEmpty(one) === isEmpty(other);
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, i) => same(each, other[i]));
  }
  if (isObject(one) && isObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
  }
  return one === other;
}

const mergeable = (...values) => values.every((value) => value === undefined || value === null || isObject(value));
const rows = (...values) => values.every((value) => Array.isArray(value) && value.length === values[0].length);

/**
 * Joins two changes of one form. What both changed stays mine and is told.
 *
 * @param clash told (path, mine, theirs)
 */
export function merge(base, mine, theirs, clash, path = '') {
  if (same(mine, theirs) || same(base, theirs)) {
    return mine;
  }
  if (same(base, mine)) {
    return theirs;
  }
  if (mergeable(base, mine, theirs)) {
    const joined = {};
    for (const key of new Set([...Object.keys(mine || {}), ...Object.keys(theirs || {})])) {
      joined[key] = merge((base || {})[key], (mine || {})[key], (theirs || {})[key], clash, path ? `${path}.${key}` : key);
    }
    return joined;
  }
  if (rows(base, mine, theirs)) {
    return mine.map((each, i) => merge(base[i], each, theirs[i], clash, `${path}[${i}]`));
  }
  clash(path, mine, theirs);
  return mine;
}

/** Where two forms differ, in the order of the second: [{path, before, after}]; rows that came or went are told whole. */
export function differences(before, after, path = '') {
  if (same(before, after)) {
    return [];
  }
  if (isObject(before || {}) && isObject(after || {}) && (before || after)) {
    return [...new Set([...Object.keys(after || {}), ...Object.keys(before || {})])]
      .flatMap((key) => differences((before || {})[key], (after || {})[key], path ? `${path}.${key}` : key));
  }
  return rows(before, after) ? after.flatMap((each, i) => differences(before[i], each, `${path}[${i}]`)) : [{ path, before, after }];
}
