/** The language of the interface: Chinese first, English second. Every text of a module stands in its one texts.js. */

const STORED = 'liaison.language';
const LANGUAGES = ['zh', 'en'];

let index = Math.max(0, LANGUAGES.indexOf(localStorage.getItem(STORED)));

export function language() {
  return LANGUAGES[index];
}

export function speak(wanted) {
  index = Math.max(0, LANGUAGES.indexOf(wanted));
  localStorage.setItem(STORED, language());
  document.documentElement.lang = index === 0 ? 'zh-CN' : 'en';
  window.dispatchEvent(new Event('liaison-language'));
}

/** A pair [Chinese, English] in the language of now; a plain text is the same in both. */
export function say(pair) {
  return Array.isArray(pair) ? pair[index] : pair;
}

/**
 * A module's catalogue: name -> [Chinese, English]; either may be a function of the values that the text leaves open.
 * The answer gives each text by its name in the language of the moment.
 */
export function texts(catalogue) {
  const spoken = {};
  for (const name of Object.keys(catalogue)) {
    Object.defineProperty(spoken, name, { get: () => catalogue[name][index] });
  }
  return spoken;
}

document.documentElement.lang = index === 0 ? 'zh-CN' : 'en';
