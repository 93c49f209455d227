import { PlainPage } from '../plain-page.tsx'

export function Staff() {
  return <PlainPage title="Panelroom">{null}</PlainPage>
}
