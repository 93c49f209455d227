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
    case 'differs':
      return first === '' ? 'Points given twice' : `Points for ${first}, given twice`
    case 'pages':
      return `Pages cited for ${first}`
    case 'elements':
      return `Elements of ${first}`
    case 'noneFound':
      return second === undefined ? '“None found”' : `“None found”, ${first} of ${second}`
    case 'determination':
      return `Answer on ${itemInSentence(first)}`
    case 'reasons':
      return `Reasons on ${itemInSentence(first)}`
    case 'comment':
      return `Comment on ${itemInSentence(first)}`
    case 'changes':
      return `Reason for the change of ${first}`
    case 'summary':
      return `Summary of ${first}`
    case 'minority':
      return `Minority view on ${first}`
    case 'line':
      return `Line on the change of ${first}`
    default:
      return field
  }
}

/** What a row, criterion or priority is called in a sentence: "(A)(1)", and for "P2" "priority 2". */
export function itemInSentence(id: string): string {
  return id.replace(/^P(\d+)$/, 'priority $1')
}
