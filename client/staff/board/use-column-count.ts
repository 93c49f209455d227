import { useSyncExternalStore } from 'react'

const two = matchMedia('(min-width: 1100px)')
const three = matchMedia('(min-width: 1400px)')

/** So many lines are at a glance only in as many columns as there is room for; fewer get room for their sentences. */
const many = 24

/** In how many columns so many lines stand beside each other in a window as wide as this one. */
export function useColumnCount(lines: number): number {
  return useSyncExternalStore(onWidth, () => (!two.matches ? 1 : three.matches && lines > many ? 3 : 2))
}

function onWidth(listener: () => void): () => void {
  for (const query of [two, three]) query.addEventListener('change', listener)
  return () => {
    for (const query of [two, three]) query.removeEventListener('change', listener)
  }
}
