/** What a tier is called: "Tier 1", and "Sample" for what is scored before the real applications. */
export function tierWords(tier: number): string {
  return tier === 0 ? 'Sample' : `Tier ${tier}`
}
