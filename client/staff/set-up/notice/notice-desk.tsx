import { useMemo, useRef, useState } from 'react'
import type { Places } from '../../../../shared/application/places.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { NoticeWords } from '../../../../shared/notice/words.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'
import { useNoticeText } from '../../../notice/use-notice.ts'
import { goTo, setUpPath } from '../../../pages.ts'
import { selectedPassage } from '../../../reading/passages.ts'
import { Button } from '../../../ui/button.tsx'
import { BorderedText } from '../../bordered-text.tsx'
import { beginAt, endAt } from '../../borders.ts'
import { Leaving } from '../../leaving.tsx'
import { settled } from '../../stops.ts'
import { noticeItems, wordsToBegin } from './notice-items.ts'
import { NoticeFoot } from './notice-foot.tsx'
import { NoticeList } from './notice-list.tsx'
import { isNotice } from './is-notice.ts'
import { NoticeTools } from './notice-tools.tsx'
import { useWordsDraft } from './use-words-draft.ts'
import {
  blockFrom,
  definitionPart,
  partsOf,
  shownKey,
  trimmedPart,
  withPart,
  withParts,
  type NoticeRole,
  type Shown,
} from './words-parts.ts'
import './notice-desk.css'

interface NoticeDeskProps {
  readonly setUp: SetUpPage
  readonly rubric: Rubric
  readonly proposed: NoticeWords
  /** The item that the address names. */
  readonly asked: string | null
}

/** Every row with what the notice says of it, beside the notice with its borders. Nothing is on the server until all of it is confirmed. */
export function NoticeDesk({ setUp, rubric, proposed, asked }: NoticeDeskProps) {
  const { documents, words: confirmed, confirmed: current } = setUp.notice
  const locked = setUp.frozen && current
  const items = useMemo(() => noticeItems(rubric), [rubric])
  const begin = useMemo(
    () => wordsToBegin({ confirmed, current, proposed, items, documents: documents.map(({ id }) => id) }),
    [confirmed, current, proposed, items, documents],
  )
  const draft = useWordsDraft(begin, setUp.edition)
  const { words } = draft
  const [shown, setShown] = useState<Shown>(() => ({
    item: items.find(({ id }) => id === asked)?.id ?? items[0]?.id ?? '',
  }))
  const parts = partsOf(words, shown)
  const names = Object.keys(parts)
  const [wanted, setPart] = useState('Wording')
  const part =
    'definition' in shown ? definitionPart : (names.find((name) => name === wanted) ?? names[0] ?? 'Wording')
  const [at, setAt] = useState(() => ({
    document: parts[part]?.document ?? documents[0]?.id ?? '',
    // Opened without an item, the page stays at its head.
    start: asked === null ? -1 : (parts[part]?.start ?? -1),
    turn: 0,
  }))
  /** Borders that were made here in the middle of a block. */
  const [made, setMade] = useState<Places>({})
  const inView = useRef<(() => number | null) | null>(null)
  const textBox = useRef<HTMLDivElement>(null)

  const document = documents.find(({ id }) => id === at.document) ?? documents[0]
  const reading = useNoticeText(document?.id ?? null, document?.text ?? null)
  if (!document) return null
  const text = reading.is === 'read' ? reading.value : null
  const texts = new Map(text ? [[document.id, text]] : [])
  const drawn = settled(parts, texts)
  const key = shownKey(shown, words)

  function go(to: string, start: number): void {
    setAt(({ turn }) => ({ document: to, start, turn: turn + 1 }))
  }

  function choose(next: Shown): void {
    setShown(next)
    setMade({})
    if ('item' in next) goTo(setUpPath('notice', next.item), 'replace')
    const [first] = Object.entries(partsOf(words, next))
    if (!first) return
    const [name, { document: to, start }] = first
    setPart(name)
    go(to, start)
  }

  /** Takes what the desk made of the parts; what it did not touch stays as it was. */
  function take(next: Places): void {
    if (!text) return
    const own = Object.fromEntries(
      Object.entries(next).map(([name, place]) => {
        const before = drawn[name]
        const same = before && place && before.start === place.start && before.end === place.end
        if (same) return [name, parts[name] ?? null]
        return [name, place && trimmedPart(text, place)]
      }),
    )
    draft.draw(withParts(words, shown, own), key)
  }

  const span = () => {
    if (!text || !document) return null
    const selected = textBox.current && selectedPassage(textBox.current)
    if (selected) return trimmedPart(text, { document: document.id, ...selected })
    const start = inView.current?.() ?? null
    return start === null ? null : blockFrom(text, document.id, start)
  }

  function add(role: NoticeRole): void {
    const own = span()
    if (!own || !('item' in shown)) return
    const next = withPart(words, shown.item, role, own)
    draft.draw(next.words, key)
    setMade((before) => ({ ...before, [`${own.start} ${own.end}`]: own }))
    setPart(next.part)
    getSelection()?.removeAllRanges()
    go(own.document, own.start)
  }

  function define(): void {
    const own = span()
    if (!own || !text) return
    const term = text.text.slice(own.start, own.end).split(/[\s,.;:]/)[0] ?? ''
    const definitions = [...words.definitions, { term, span: own }]
    draft.draw({ ...words, definitions }, '')
    setMade({ own })
    setShown({ definition: definitions.length - 1 })
    getSelection()?.removeAllRanges()
    go(own.document, own.start)
  }

  function lookedAt(): void {
    draft.look([key])
    if (!('item' in shown)) {
      if (shown.definition + 1 < words.definitions.length) choose({ definition: shown.definition + 1 })
      return
    }
    const from = items.findIndex(({ id }) => id === shown.item)
    const next = [...items.slice(from + 1), ...items].find(
      ({ id }) => id !== shown.item && !draft.looked.has(id),
    )
    if (next) choose({ item: next.id })
  }

  function begins(start: number): boolean {
    if (!text) return false
    const old = drawn[part]
    const own = { document: document?.id ?? '', at: start }
    const next =
      old && old.document === own.document && old.end > start
        ? beginAt(drawn, part, own, { rivals: none, length: text.text.length })
        : { ...drawn, [part]: blockFrom(text, own.document, start) }
    if (isCovers(next)) return false
    take(next)
    return true
  }

  function ends(end: number): boolean {
    const next = endAt(drawn, part, { document: document?.id ?? '', at: end }, none)
    if (isCovers(next)) return false
    take(next)
    return true
  }

  return (
    <section className="notice-desk" aria-labelledby="notice-words">
      <h2 className="t-heading" id="notice-words" tabIndex={-1}>
        What stands beside each row
      </h2>
      <div className="notice-desk-both">
        <NoticeList
          items={items}
          words={words}
          looked={draft.looked}
          shown={shown}
          locked={locked}
          onChoose={choose}
          onDefine={define}
        />
        <div className="notice-desk-text">
          <NoticeTools
            setUp={setUp}
            items={items}
            words={words}
            proposed={proposed}
            shown={shown}
            part={part}
            document={document.id}
            text={text}
            locked={locked}
            looked={draft.looked.has(key)}
            onDocument={(id) => go(id, 0)}
            onPart={(name) => {
              setPart(name)
              const place = parts[name]
              if (place) go(place.document, place.start)
            }}
            onWords={(next) => draft.draw(next, key)}
            onAdd={add}
            onLooked={lookedAt}
          />
          <div
            ref={textBox}
            className="notice-desk-scroll"
            role="region"
            aria-label="The notice with its borders"
            // What scrolls has to be reached by the keyboard.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            {text ? (
              <BorderedText
                key={document.id}
                inView={inView}
                document={document.id}
                text={text}
                places={drawn}
                cutAt={[
                  settled(partsOf(begin, shown), texts),
                  settled(partsOf(proposed, shown), texts),
                  made,
                ]}
                rivals={none}
                item={part}
                locked={locked}
                going={at}
                onDraw={take}
                onItem={setPart}
                onBegin={begins}
                onEnd={ends}
              />
            ) : reading.is === 'failed' ? (
              <p>
                {reading.sentence} <Button onClick={reading.again}>Try again</Button>
              </p>
            ) : (
              <p className="third">Reading {document.title}.</p>
            )}
          </div>
        </div>
      </div>
      <NoticeFoot setUp={setUp} items={items} draft={draft} locked={locked} />
      <Leaving
        asks={draft.isChanged}
        title="Leave without confirming?"
        stay="Stay here"
        leave="Leave them as they were"
        within={isNotice}
      >
        What you have changed here is not on the server. Rows go on showing what they showed.
      </Leaving>
    </section>
  )
}

/** Wording, guidance and evidence may lie over each other. */
const none = (): boolean => false

function isCovers(next: Places | { readonly covers: string }): next is { readonly covers: string } {
  return typeof next['covers'] === 'string'
}
