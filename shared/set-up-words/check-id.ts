/** An id for an item of the checklist, made of its title; numbered where another has it already. */
export function checkId(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 36)
    .replace(/-$/, '')
  const id = words === '' ? 'item' : words
  if (!taken.includes(id)) return id
  let number = 2
  while (taken.includes(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}
