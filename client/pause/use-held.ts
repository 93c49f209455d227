import { useView } from '../live/connection.ts'

/** Whether what one decides is held back: everything is paused, and one is not of program staff, who decide all the same. */
export function useHeld(): boolean {
  const view = useView()
  return view !== null && view.paused !== null && view.me.role !== 'staff'
}
