/** Which servers were joined and which were lost while nobody listened. */
export function changesWhileAway(known: readonly string[], present: readonly string[]) {
  const before = new Set(known);
  const now = new Set(present);
  return { joined: present.filter((id) => !before.has(id)), lost: known.filter((id) => !now.has(id)) };
}
