/** Why a score moved after the reveal. The words are those a reviewer chooses from. */
export const changeReasons = {
  evidence: 'Re-read the evidence',
  criterion: 'Re-read the criterion',
  reading: 'Heard another reading',
  entry: 'Corrected an entry',
  presentation: 'Learned from the presentation',
  late: 'Permitted late evidence',
  other: 'Other',
} as const

export type ChangeReason = keyof typeof changeReasons

/** Whether a value is one of the reasons for a change. */
export function isChangeReason(value: unknown): value is ChangeReason {
  return typeof value === 'string' && Object.hasOwn(changeReasons, value)
}
