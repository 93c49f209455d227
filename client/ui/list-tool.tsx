import { Icon, type IconName } from './icon.tsx'
import './list-tool.css'

export interface ListToolProps {
  /** What it does, for the page that moves the focus after it: "up", "remove". */
  readonly act: string
  readonly icon: IconName
  /** Said and shown when pointed at: "Move Budget up". */
  readonly label: string
  readonly onPress: () => void
}

/** One of the small buttons at an item of a list that is put in order by hand. */
export function ListTool({ act, icon, label, onPress }: ListToolProps) {
  return (
    <button
      type="button"
      className="list-tool"
      data-act={act}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} size="small" />
    </button>
  )
}
