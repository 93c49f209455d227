/** What everybody is asked about before an application opens: who has a part in it besides the applicant. */
export const involvedKinds = ['districts', 'partners', 'consultants', 'signatories'] as const
export type InvolvedKind = (typeof involvedKinds)[number]
