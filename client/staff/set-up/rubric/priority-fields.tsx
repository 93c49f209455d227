import { asKind, changePriority } from '../../../../shared/rubric/edit/changed.ts'
import { titleFault } from '../../../../shared/rubric/edit/untitled.ts'
import type { Priority } from '../../../../shared/rubric/rubric.ts'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from './editing.ts'
import { IdField } from './id-field.tsx'
import { PartsFields } from './parts-fields.tsx'
import { PointsField } from './points-field.tsx'
import { priorityKinds } from './priority-kinds.ts'
import { WordsField } from './words-field.tsx'

/** A priority: what it asks, and what it takes of reviewers and panel. */
export function PriorityFields({
  editing,
  priority,
}: {
  readonly editing: Editing
  readonly priority: Priority
}) {
  const { rubric, isKept, edit } = editing
  const { id, kind, title, summary } = priority
  const change = (what: string, to: (was: Priority) => Priority): void =>
    edit(changePriority(rubric, id, to), `${what} of ${id}`)
  return (
    <div className="rubric-fields">
      <IdField editing={editing} place={{ of: 'priority', id }} />
      {isKept(id) ? (
        <TextField label="Kind" readOnly value={priorityKinds[kind]} />
      ) : (
        <Select<Priority['kind']>
          label="Kind"
          value={kind}
          options={kinds.map((value) => ({ value, label: priorityKinds[value] }))}
          onChange={(to) => change('the kind', (was) => asKind(was, to))}
        />
      )}
      <TextField
        label="Title"
        value={title}
        invalid={titleFault(title)}
        maxLength={200}
        onChange={({ target: { value } }) => change('the title', (was) => ({ ...was, title: value }))}
      />
      {kind === 'competitive' && (
        <PointsField
          label="Points, all or nothing"
          rubric={rubric}
          units={priority.points}
          onChange={(points) => points !== null && change('the points', (was) => ({ ...was, points }))}
        />
      )}
      <WordsField
        label="What it asks"
        value={summary}
        onChange={(value) => change('what is asked', (was) => ({ ...was, summary: value }))}
      />
      {kind === 'competitive' && (
        <PartsFields
          parts={priority.parts}
          onChange={(parts) =>
            change('the parts', (was) => (was.kind === 'competitive' ? { ...was, parts } : was))
          }
        />
      )}
      {kind === 'judged' && (
        <div className="rubric-fields-line">
          {(['yes', 'no'] as const).map((answer) => (
            <TextField
              key={answer}
              label={answer === 'yes' ? 'Where it is so, one says' : 'Where it is not, one says'}
              value={priority.words[answer]}
              maxLength={60}
              onChange={({ target: { value } }) =>
                change('the answers', (was) =>
                  was.kind === 'judged' ? { ...was, words: { ...was.words, [answer]: value } } : was,
                )
              }
            />
          ))}
        </div>
      )}
    </div>
  )
}

const kinds = ['absolute', 'competitive', 'invitational', 'judged'] as const
