import * as Y from 'yjs'

const names = new WeakMap<object, string>()

/** The name of a root. Yjs finds it by asking all of them; a type keeps its name for life. */
export function rootName<E>(type: Y.AbstractType<E>): string {
  const known = names.get(type)
  if (known !== undefined) return known
  const name = Y.findRootTypeKey(type)
  names.set(type, name)
  return name
}
