/** The name of the office that a binding is for; nothing for other scopes. */
export default async function nameOf(binding, api) {
  const [kind, id] = binding.scope.split(':');
  if (kind !== 'OFFICE') {
    return null;
  }
  const office = await api.get(`/api/registration/v1/offices/${id}`, {}, { acting: binding.acting, repeat: false });
  return office.name;
}
