import { PlainPage } from '../plain-page.tsx'

export function Monitor() {
  return <PlainPage title="Panelroom">{null}</PlainPage>
}
