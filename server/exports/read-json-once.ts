/**
 * Reads JSON in which every member stands once. Of two members of one name, JSON keeps the last; a person who reads the file
 * may see the first, which nobody would have verified.
 */
export function readJsonOnce(
  content: string,
): { readonly value: unknown } | { readonly fault: 'not-json' | 'not-as-written' } {
  const value = parsed(content)
  if (value === undefined) return { fault: 'not-json' }
  // Written again, a file as a server writes it differs in nothing but the space between its parts.
  if (withoutSpace(content) === JSON.stringify(value)) return { value }
  return { fault: 'not-as-written' }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function withoutSpace(content: string): string {
  return content.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '')
}
