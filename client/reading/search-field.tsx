import type { KeyboardEvent, Ref } from 'react'
import { TextField } from '../ui/text-field.tsx'
import type { Search } from './use-search.ts'

interface SearchFieldProps {
  readonly search: Search
  readonly ref: Ref<HTMLInputElement>
  /** Somebody is about to search. */
  readonly onBegin: () => void
  /** Escape: one is done, and wants to be back. */
  readonly onLeave: () => void
}

/** Searches as one types. Enter goes on to the next hit, with Shift to the one before. */
export function SearchField({ search, ref, onBegin, onLeave }: SearchFieldProps) {
  const { query, setQuery, goTo, current } = search
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      goTo(current + (event.shiftKey ? -1 : 1))
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
    }
  }
  return (
    <TextField
      ref={ref}
      label="Search all of the application"
      hiddenLabel
      icon="search"
      type="search"
      placeholder="Search all of it"
      autoComplete="off"
      spellCheck={false}
      value={query}
      onFocus={onBegin}
      onChange={(event) => {
        onBegin()
        setQuery(event.target.value)
      }}
      onKeyDown={onKeyDown}
    />
  )
}
