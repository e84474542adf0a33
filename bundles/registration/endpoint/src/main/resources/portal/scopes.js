const BASE = '/api/registration/v1';

/** Where the name of a scope stands. */
const NAMES = {
  OFFICE: async (id, get) => (await get(`${BASE}/offices/${id}`)).name,
  DISPATCHER: async (id, get) => {
    const { items } = await get(`${BASE}/offices`, { limit: 1 });
    return items.length === 0 ? null : items[0].dispatcherName;
  },
  TASK: async (id, get) => {
    const { no, form } = await get(`${BASE}/applications/${id}`);
    return `${no} ${form.name}`;
  },
};

/** The name of the office, the dispatching unit or the case that a binding is for; nothing for other scopes. */
export default async function nameOf(binding, api) {
  const [kind, id] = binding.scope.split(':');
  const name = NAMES[kind];
  return name ? name(id, (path, values) => api.get(path, values, { acting: binding.acting, repeat: false })) : null;
}

/** Dispatching units by the names of their offices. */
export async function find(kind, word, api) {
  if (kind !== 'DISPATCHER') {
    return [];
  }
  const { items } = await api.get('/api/registration/v1/offices', { q: word, limit: 50 });
  const units = new Map(items.map((office) => [office.dispatcherId, office.dispatcherName]));
  return Array.from(units, ([id, name]) => ({ scope: `DISPATCHER:${id}`, name }));
}
