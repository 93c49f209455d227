/** What a part of a notice says of an item: its own wording, how reviewers judge it, or what must be sent to show it. */
export type Role = 'passages' | 'guidance' | 'evidence'

const guidance =
  /\b(?:guidance|guidelines for (?:reviewers|scoring)|scoring|rating (?:scale|guide)|grading|descriptors?|how (?:points|scores|marks) (?:are|will be))\b|\bnotes? (?:to|for) (?:reviewers|assessors|evaluators|experts)\b|\bpoints? (?:are|will be) (?:given|awarded|assigned)\b/i
const evidence =
  /\b(?:evidence|performance measures?|documentation|supporting (?:documents?|materials?)|(?:required|requested) (?:attachments?|documents?|materials?))\b|\b(?:what to|applicants (?:must|should)|(?:documents?|materials?|items?|information) to(?: be)?) (?:submit(?:ted)?|provided?|included?|attach(?:ed)?)\b/i
const definitions = /\b(?:definitions?|glossary|defined terms|key terms)\b/i
/** The head of a column of points or of marks from poor to excellent. */
const band =
  /\d\s*(?:[-–—]|to)\s*\d|\b(?:low|medium|high|poor|weak|fair|good|strong|excellent|insufficient|outstanding|rating)\b/i

/** What a heading announces; null where it is neither guidance nor evidence. */
export function roleOf(words: string): Exclude<Role, 'passages'> | null {
  const guides = words.search(guidance)
  const asks = words.search(evidence)
  if (guides < 0) return asks < 0 ? null : 'evidence'
  return asks >= 0 && asks < guides ? 'evidence' : 'guidance'
}

/** Whether a heading announces definitions. */
export function announcesDefinitions(words: string): boolean {
  return definitions.test(words)
}

/** What the cells below the head of a column are; null where the head does not say. */
export function columnRole(head: string): Role | null {
  const said = roleOf(head)
  if (said) return said
  if (band.test(head)) return 'guidance'
  return /\b(?:descriptions?|criteri(?:on|a)|sub-?criteria|what we look for|questions?|wording)\b/i.test(head)
    ? 'passages'
    : null
}
