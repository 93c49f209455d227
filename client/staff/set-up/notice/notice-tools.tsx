import type { DocumentText } from '../../../../shared/application/document-text.ts'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { NoticeWords } from '../../../../shared/notice/words.ts'
import { itemAlone, pagesInWords } from '../../../reading/parts.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { NoticeItem } from './notice-items.ts'
import {
  noticeRoles,
  partsOf,
  roleNames,
  sameParts,
  withParts,
  type NoticeRole,
  type Shown,
} from './words-parts.ts'

interface NoticeToolsProps {
  readonly setUp: SetUpPage
  readonly items: readonly NoticeItem[]
  readonly words: NoticeWords
  readonly proposed: NoticeWords
  readonly shown: Shown
  /** The part of it that one is at. */
  readonly part: string
  /** The document that is shown. */
  readonly document: string
  readonly text: DocumentText | null
  readonly locked: boolean
  readonly looked: boolean
  readonly onDocument: (document: string) => void
  readonly onPart: (part: string) => void
  readonly onWords: (words: NoticeWords) => void
  readonly onAdd: (role: NoticeRole) => void
  readonly onLooked: () => void
}

/** Over the text: the row or definition that one is at, its parts, and what can be done about them. */
export function NoticeTools(props: NoticeToolsProps) {
  const { setUp, words, shown, part, document, text, locked, looked, onWords } = props
  const { documents } = setUp.notice
  const parts = partsOf(words, shown)
  return (
    <div className="notice-tools">
      <div className="notice-tools-line">
        <Title {...props} />
        {documents.length > 1 && (
          <Select
            label="Document"
            hiddenLabel
            look="quiet"
            value={document}
            options={documents.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={props.onDocument}
          />
        )}
      </div>
      {Object.keys(parts).length > 0 ? (
        <ul className="notice-tools-parts" aria-label="What was found">
          {Object.entries(parts).map(([name, place]) => (
            <li key={name}>
              <button
                type="button"
                className="notice-tools-part"
                aria-current={name === part ? 'true' : undefined}
                onClick={() => props.onPart(name)}
              >
                {name}
                {place.document === document && text && `, ${pagesInWords(text, place)}`}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="notice-tools-none">No passage found. The row shows a summary.</p>
      )}
      {!locked && (
        <div className="notice-tools-buttons">
          {looked ? (
            <span className="item-tools-looked">
              <Icon name="check" size="small" /> Looked at
            </span>
          ) : (
            <Button size="small" icon="check" onClick={props.onLooked}>
              This is right
            </Button>
          )}
          {'item' in shown &&
            noticeRoles.map((role) => (
              <Button key={role} size="small" icon="plus" onClick={() => props.onAdd(role)}>
                {roleNames[role]}
              </Button>
            ))}
          {parts[part] && (
            <Button
              size="small"
              kind="quiet"
              onClick={() => onWords(withParts(words, shown, { ...parts, [part]: null }))}
            >
              Remove {part.toLowerCase()}
            </Button>
          )}
          <Proposed {...props} />
        </div>
      )}
      {!locked && (
        <p className="notice-tools-hint">
          What you add is what you have selected in the text, or the paragraph at the top of it. Its borders
          are dragged, or moved by the arrow keys.
        </p>
      )}
    </div>
  )
}

function Title({ items, words, shown, locked, onWords }: NoticeToolsProps) {
  if ('item' in shown) {
    const item = items.find(({ id }) => id === shown.item)
    return (
      <h3 className="item-tools-title">
        <strong>{itemAlone(shown.item)}</strong> {item?.title}
      </h3>
    )
  }
  const term = words.definitions[shown.definition]?.term ?? ''
  return (
    <TextField
      label="Term"
      value={term}
      readOnly={locked}
      maxLength={120}
      invalid={term.trim() === '' ? 'A definition needs its term.' : undefined}
      onChange={({ currentTarget: { value } }) =>
        onWords({
          ...words,
          definitions: words.definitions.map((each, at) =>
            at === shown.definition ? { ...each, term: value } : each,
          ),
        })
      }
    />
  )
}

function Proposed({ shown, words, proposed, onWords }: NoticeToolsProps) {
  if (!('item' in shown) || sameParts(words, proposed, shown.item)) return null
  return (
    <Button
      size="small"
      kind="quiet"
      onClick={() => onWords(withParts(words, shown, partsOf(proposed, shown)))}
    >
      Back to the proposal
    </Button>
  )
}
