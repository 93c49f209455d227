import './area-letter.css'

/** The letter in a square with which an area begins, as a score has its rehearsal letters. */
export function AreaLetter({ children }: { children: string }) {
  return <span className="area-letter">{children}</span>
}
