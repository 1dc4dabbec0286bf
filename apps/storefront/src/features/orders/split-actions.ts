import type { OrderAction } from '@xiaopu/contract'

/** As many buttons as are seen at a glance. */
const MOST = 3

export interface SplitActions {
  /** The most wanted first. */
  shown: OrderAction[]
  /** Behind 更多. */
  more: OrderAction[]
  /** Stands apart: nobody shall hit it by mistake. */
  canDelete: boolean
}

/** At most three buttons, one of them 更多 where there are more; deleting stands apart. One this version does not know is left out. */
export function splitActions(actions: readonly OrderAction[], known: (action: OrderAction) => boolean): SplitActions {
  const wanted = actions.filter((action) => action !== 'delete' && known(action))
  const fits = wanted.length <= MOST
  return {
    shown: fits ? wanted : wanted.slice(0, MOST - 1),
    more: fits ? [] : wanted.slice(MOST - 1),
    canDelete: actions.includes('delete'),
  }
}
