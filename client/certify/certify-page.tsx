import type { View } from '../../shared/competition/view.ts'

export function CertifyPage({ view }: { readonly view: View }) {
  return <p>{view.competition.title}</p>
}
