import type { DocumentText } from '../../shared/application/document-text.ts'
import type { Place } from '../../shared/application/places.ts'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import { itemAlone, pagesInWords } from '../reading/parts.ts'
import { capitalized } from '../room/number-words.ts'
import { Button } from '../ui/button.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/select.tsx'
import type { PlacedItem } from './placed-items.ts'
import './item-tools.css'

interface ItemToolsProps {
  readonly item: PlacedItem | undefined
  readonly place: Place | null
  readonly texts: ReadonlyMap<string, DocumentText>
  readonly documents: readonly ReadingDocument[]
  /** The document that is shown. */
  readonly shown: string
  readonly locked: boolean
  readonly confirmed: boolean
  readonly changed: boolean
  readonly looked: boolean
  /** Why the last thing was not done; null where it was. */
  readonly stopped: string | null
  readonly onDocument: (document: string) => void
  readonly onBeginInView: () => void
  readonly onNotFound: () => void
  /** Undefined where it is what the import proposes. */
  readonly onProposed: (() => void) | undefined
  readonly onLooked: () => void
}

/** Over the text: the criterion that one is at, where it is answered, and what can be done about that. */
export function ItemTools(props: ItemToolsProps) {
  const { item, place, documents, shown, locked, looked, stopped } = props
  if (!item) return null
  const name = itemAlone(item.id)
  return (
    <div className="item-tools">
      <div className="item-tools-line">
        <h2 className="item-tools-title">
          <strong>{name}</strong> {item.title}
        </h2>
        {documents.length > 1 && (
          <Select
            label="Document"
            hiddenLabel
            look="quiet"
            value={shown}
            options={documents.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={props.onDocument}
          />
        )}
      </div>
      <p className="item-tools-standing">
        <Standing {...props} />
      </p>
      {!locked && (
        <div className="item-tools-buttons">
          {looked ? (
            <span className="item-tools-looked">
              <Icon name="check" size="small" /> Looked at
            </span>
          ) : (
            <Button size="small" icon="check" onClick={props.onLooked}>
              {place ? 'This is right' : 'Not found is right'}
            </Button>
          )}
          <Button size="small" onClick={props.onBeginInView}>
            Begins at the top of this view
          </Button>
          {place && (
            <Button size="small" onClick={props.onNotFound}>
              Not found
            </Button>
          )}
          {props.onProposed && (
            <Button kind="quiet" size="small" onClick={props.onProposed}>
              Back to the proposal
            </Button>
          )}
        </div>
      )}
      {stopped !== null && (
        <FieldSentence id="item-tools-stopped" kind="fault">
          {stopped}
        </FieldSentence>
      )}
    </div>
  )
}

function Standing({ place, texts, documents, confirmed, changed }: ItemToolsProps) {
  const how = changed ? 'changed here, not yet confirmed' : confirmed ? 'confirmed' : 'proposed'
  if (!place) return <>Not found, {how}</>
  const text = texts.get(place.document)
  const title = documents.find(({ id }) => id === place.document)?.title
  return (
    <>
      {text && `${capitalized(pagesInWords(text, place))} of `}
      {title}, {how}
    </>
  )
}
