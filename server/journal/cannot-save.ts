import { refuse } from '../../shared/competition/refusal.ts'

/** What a person is told while the log does not take what they decide. */
export const cannotSave = refuse('not-saved', 'The server cannot save at the moment. Try again in a moment.')
