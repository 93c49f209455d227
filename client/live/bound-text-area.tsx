import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { textAt, type Place } from '../../shared/form/edits.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { TextArea, type TextAreaProps } from '../ui/text-area.tsx'
import { bindText } from './text-binding.ts'

export interface BoundTextAreaProps extends Omit<TextAreaProps, 'ref' | 'length' | 'defaultValue'> {
  readonly place: Place
  /** The field's name, without the seat. */
  readonly field: string
  /** Called after each piece that was typed here. */
  readonly onTyped?: ((text: string) => void) | undefined
}

/** A text area on a field of a form or a column. Key it with the field and the copy, so that each text has its own area. */
export function BoundTextArea({
  place,
  field,
  onTyped,
  most = limits.textLength,
  ...rest
}: BoundTextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [length, setLength] = useState(() => textAt(place, field).length)
  const [cut, setCut] = useState(0)
  const typed = useEffectEvent((text: string) => {
    if (text.length < most) setCut(0)
    onTyped?.(text)
  })
  const { doc, seat } = place
  useEffect(() => {
    if (!area.current) return
    const text = textAt({ doc, seat }, field)
    return bindText(area.current, text, {
      most,
      onTyped: (whole) => typed(whole),
      onLength: setLength,
      onTrim: setCut,
    })
  }, [doc, seat, field, most])
  const full = cut > 0 ? fullSentence(most, cut) : undefined
  return <TextArea {...rest} ref={area} most={most} length={length} invalid={rest.invalid ?? full} />
}

const figures = new Intl.NumberFormat('en-US')

function fullSentence(most: number, cut: number): string {
  const which = cut === 1 ? '1 character was' : `${figures.format(cut)} characters were`
  return `This field takes ${figures.format(most)} characters. The last ${which} not taken.`
}
