import type { View } from '../../shared/competition/view.ts'
import { Icon } from '../ui/icon.tsx'
import './saving-risk.css'

/** What “saved” means less than it should, where whoever runs the server has accepted that. It stands; nothing is being lost now. */
export function SavingRisk({ view: { savingRisk } }: { view: View }) {
  if (savingRisk === null) return null
  return (
    <p className="saving-risk" role="note">
      <Icon name="warning" />
      <span>
        <strong>Saving is less safe here than it should be.</strong> {savingRisk} Whoever runs the server can
        change that.
      </span>
    </p>
  )
}
