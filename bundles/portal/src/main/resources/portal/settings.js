/** What a person has chosen about the looks; kept in the browser. */

const STORED = 'liaison.settings';
const DEFAULTS = { theme: 'auto', size: 'normal', rows: 'comfortable' };
const dark = window.matchMedia('(prefers-color-scheme: dark)');

function read() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(STORED) || '{}') };
  } catch (unreadable) {
    return { ...DEFAULTS };
  }
}

export const settings = read();

function apply() {
  const root = document.documentElement;
  root.dataset.bsTheme = settings.theme === 'dark' || (settings.theme === 'auto' && dark.matches) ? 'dark' : 'light';
  root.dataset.size = settings.size;
  root.dataset.rows = settings.rows;
}

/** @param chosen any of theme (auto, light, dark), size (normal, large), rows (comfortable, dense) */
export function choose(chosen) {
  Object.assign(settings, chosen);
  localStorage.setItem(STORED, JSON.stringify(settings));
  apply();
}

dark.addEventListener('change', apply);
apply();
