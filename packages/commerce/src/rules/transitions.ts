/** A state machine as data: for each state, where each event leads. An event that is not listed is refused. */
export type Transitions<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>

export type Transition<State extends string> = { ok: true; next: State } | { ok: false; problem: 'not_allowed' }

/** Where `event` leads from `state` by the table, or a refusal. */
export function applyEvent<State extends string, Event extends string>(
  table: Transitions<State, Event>,
  state: State,
  event: Event,
): Transition<State> {
  const next = table[state][event]
  return next === undefined ? { ok: false, problem: 'not_allowed' } : { ok: true, next }
}
