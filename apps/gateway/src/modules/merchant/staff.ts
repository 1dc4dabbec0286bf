import { randomUUID } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { HiredStaffMember, NewStaffMember, StaffMember } from '@xiaopu/contract'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { hashOf, newToken } from '../identity/token'
import { staff } from './tables'

interface Needs {
  db: Sql
  clock: Clock
  /** Whoever bears it owns the shop: the way in before anybody was hired. */
  ownerToken: string | undefined
}

export type Staff = ReturnType<typeof createStaff>

/** The bearer of the configured token. No row: taking the variable away ends it. */
const KEY_HOLDER: StaffMember = {
  id: 'owner-token',
  name: 'OWNER_TOKEN',
  role: 'owner',
  since: new Date(0).toISOString(),
}

/** Who works in the shop, and by which token they are known. */
export function createStaff({ db, clock, ownerToken }: Needs) {
  const ownerHash = ownerToken === undefined ? null : hashOf(ownerToken)
  const working = isNull(staff.dismissedAt)

  async function find(token: string): Promise<StaffMember | null> {
    const tokenHash = hashOf(token)
    if (tokenHash === ownerHash) return KEY_HOLDER
    const [row] = await db
      .select()
      .from(staff)
      .where(and(eq(staff.tokenHash, tokenHash), working))
    return row ? staffView(row) : null
  }

  async function list(): Promise<StaffMember[]> {
    return (await db.select().from(staff).where(working).orderBy(asc(staff.createdAt), asc(staff.id))).map(staffView)
  }

  async function hire({ name, role }: NewStaffMember): Promise<HiredStaffMember> {
    const token = newToken()
    const row = { id: randomUUID(), name, role, tokenHash: hashOf(token), createdAt: clock() }
    await db.insert(staff).values(row)
    return { ...staffView(row), token }
  }

  /** @throws Refusal `not_found`; `last_owner`: nobody could let anybody in any more */
  async function dismiss(staffId: string): Promise<void> {
    await db.transaction(async (transaction) => {
      // All owners are held, so that two of them cannot dismiss each other at once.
      const owners = await transaction
        .select({ id: staff.id })
        .from(staff)
        .where(and(eq(staff.role, 'owner'), working))
        .orderBy(asc(staff.id))
        .for('update')
      const isLast = owners.length === 1 && owners[0]!.id === staffId
      if (isLast && ownerHash === null) throw new Refusal('last_owner')
      const dismissed = await transaction
        .update(staff)
        .set({ dismissedAt: clock() })
        .where(and(eq(staff.id, staffId), working))
        .returning({ id: staff.id })
      if (dismissed.length === 0) throw notFound('member of staff')
    })
  }

  return { find, list, hire, dismiss }
}

function staffView({
  id,
  name,
  role,
  createdAt,
}: Pick<typeof staff.$inferSelect, 'id' | 'name' | 'role' | 'createdAt'>) {
  return { id, name, role, since: createdAt.toISOString() }
}
