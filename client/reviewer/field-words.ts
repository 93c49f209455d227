/** A field of a form or column as people call it: `strengths:(A)(1)` is "Strengths of (A)(1)". */
export function fieldWords(field: string): string {
  const [kind = '', ...rest] = field.split(':')
  const [first = '', second] = rest
  switch (kind) {
    case 'strengths':
      return `Strengths of ${first}`
    case 'weaknesses':
      return `Weaknesses of ${first}`
    case 'scores':
      return `Points for ${first}`
    case 'elements':
      return `Elements of ${first}`
    case 'noneFound':
      return second === undefined ? '“None found”' : `“None found”, ${first} of ${second}`
    case 'determination':
      return `Answer on ${priority(first)}`
    case 'reasons':
      return `Reasons on ${priority(first)}`
    case 'comment':
      return `Comment on ${priority(first)}`
    case 'changes':
      return `Reason for the change of ${first}`
    case 'line':
      return `Line on the change of ${first}`
    default:
      return field
  }
}

/** "P2" is "priority 2" in a sentence. */
function priority(id: string): string {
  return id.replace(/^P(\d+)$/, 'priority $1')
}
