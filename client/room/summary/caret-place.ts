import * as Y from 'yjs'
import type { PlaceInText } from '../../../shared/protocol/looks.ts'

/** The character behind which a caret stands, by an id that stays while others type; null at the start of the text. */
export function placeAt(text: Y.Text, index: number): PlaceInText {
  const { item } = Y.createRelativePositionFromTypeIndex(text, index, -1)
  return item && { client: item.client, clock: item.clock }
}

/** Where a caret stands in the text by now; null where the character is not known here yet, or stands in another text. */
export function indexOf(text: Y.Text, place: PlaceInText): number | null {
  if (!place) return 0
  if (!text.doc) return null
  const position = new Y.RelativePosition(null, null, Y.createID(place.client, place.clock), -1)
  const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc)
  return found?.type === text ? found.index : null
}
