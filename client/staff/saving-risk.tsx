import type { View } from '../../shared/competition/view.ts'
import { Icon } from '../ui/icon.tsx'
import './saving-risk.css'

/** What “saved” means less than it should, where whoever runs the server has accepted that. */
export function SavingRisk({ view: { savingRisk } }: { view: View }) {
  if (savingRisk === null) return null
  return (
    <p className="saving-risk" role="note">
      <Icon name="cloud-off" size="small" />
      <span>{savingRisk}</span>
    </p>
  )
}
