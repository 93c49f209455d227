import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { NoticeWords } from '../../../../shared/notice/words.ts'
import { itemAlone } from '../../../reading/parts.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { NoticeItem } from './notice-items.ts'
import { noticeRoles, roleNames, shownKey, type Shown } from './words-parts.ts'

interface NoticeListProps {
  readonly items: readonly NoticeItem[]
  readonly words: NoticeWords
  readonly looked: ReadonlySet<string>
  readonly shown: Shown
  readonly locked: boolean
  readonly onChoose: (shown: Shown) => void
  readonly onDefine: () => void
}

/** Every criterion, row and priority with what was found of it, and the definitions. */
export function NoticeList(props: NoticeListProps) {
  const { items, words, looked, shown, locked, onChoose, onDefine } = props
  const box = useRef<HTMLDivElement>(null)
  const here = shownKey(shown, words)
  useEffect(() => {
    const own = box.current
    if (!own || own.scrollHeight <= own.clientHeight) return
    own.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <div className="notice-list" ref={box}>
      <h3 className="t-subheading">Criteria, rows and priorities</h3>
      <ul onKeyDown={walk}>
        {items.map((item) => {
          const { id, title, row } = item
          const found = foundOf(words, item)
          return (
            <li key={id}>
              <button
                type="button"
                className="notice-line"
                data-row={row || undefined}
                aria-current={'item' in shown && shown.item === id ? 'true' : undefined}
                onClick={() => onChoose({ item: id })}
              >
                <Tick looked={looked.has(id)} />
                <span className="notice-line-name">
                  <strong>{itemAlone(id)}</strong> {title}
                </span>
                <span className="notice-line-found" data-lacks={found.lacks || undefined}>
                  {found.words}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <h3 className="t-subheading">Definitions</h3>
      {words.definitions.length === 0 && <p className="third">No definitions found.</p>}
      <ul onKeyDown={walk}>
        {words.definitions.map(({ term, span }, at) => (
          <li key={`${span.document} ${span.start}`}>
            <button
              type="button"
              className="notice-line"
              aria-current={'definition' in shown && shown.definition === at ? 'true' : undefined}
              onClick={() => onChoose({ definition: at })}
            >
              <Tick looked={looked.has(shownKey({ definition: at }, words))} />
              <span className="notice-line-name">{term === '' ? 'No term yet' : term}</span>
            </button>
          </li>
        ))}
      </ul>
      {!locked && (
        <Button size="small" icon="plus" onClick={onDefine}>
          Add a definition
        </Button>
      )}
    </div>
  )
}

function Tick({ looked }: { readonly looked: boolean }) {
  return (
    <span className="notice-line-tick">
      {looked && (
        <>
          <Icon name="check" size="small" />
          <span className="visually-hidden">Looked at: </span>
        </>
      )}
    </span>
  )
}

function foundOf(words: NoticeWords, { id, shown }: NoticeItem): { words: string; lacks: boolean } {
  const found = noticeRoles.filter((role) => (words[role][id] ?? []).length > 0)
  const lacks = shown && !found.includes('passages')
  const said = found.map((role) => roleNames[role]).join(', ')
  if (lacks)
    return { words: [said, 'no passage found; a summary is shown'].filter(Boolean).join(', '), lacks }
  return { words: said === '' ? 'nothing found' : said, lacks: false }
}

/** The arrow keys go from line to line; Tab goes on as ever. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const lines = [...event.currentTarget.querySelectorAll('button')]
  const to = lines[lines.findIndex((line) => line === document.activeElement) + by]
  if (!to) return
  event.preventDefault()
  to.focus()
}
