import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

export interface DialogProps {
  open: boolean
  onClose: () => void
  /** Asks: "Recuse yourself from Maine?" */
  title: string
  /** The buttons, the safe answer first. */
  answers?: ReactNode
  /** For something that removes: interrupts, and a press beside it does not close it. */
  grave?: boolean | undefined
  /** For sheets of shortcuts and full wordings. */
  wide?: boolean | undefined
  /** What will be lost, and who can undo it. */
  children: ReactNode
}

/** Holds the focus until it is answered, and gives it back to where it was. Escape closes it. */
export function Dialog({ open, onClose, title, answers, grave = false, wide, children }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={open}
      isDismissable={!grave}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="dialog-sheet" data-wide={wide || undefined}>
        <AriaDialog className="dialog" role={grave ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-text">{children}</div>
          {answers && <div className="dialog-answers">{answers}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
