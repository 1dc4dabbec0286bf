import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Shop } from '../test-side/shop'

let folder: string
let statePath: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wechat-sandbox-'))
  statePath = join(folder, 'deeper', 'state.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a sandbox that is started again', () => {
  it('still has its orders, refunds and payments', async () => {
    const before = await Shop.open({ statePath, refundSettleMs: 'manual' })
    await before.paidOrder()
    await before.refund()
    await before.order({ out_trade_no: 'ORDER-0002' })
    await before.close()

    const after = await Shop.open({ statePath, refundSettleMs: 'manual' })
    expect(after.control.orders()).toEqual(before.control.orders())
    expect(after.control.refunds()).toEqual(before.control.refunds())
    expect(after.control.payments()).toEqual(before.control.payments())
    expect((await after.order()).json.code).toBe('ORDER_PAID')
    after.control.approve('ORDER-0002')
    await after.close()
    expect(readdirSync(join(folder, 'deeper'))).toEqual(['state.json'])
  })

  it('delivers the callback that was still waiting', async () => {
    const before = await Shop.open({ statePath })
    before.door.answerNext(500)
    await before.paidOrder()
    await before.close()

    const after = await Shop.open({ statePath })
    await after.control.advance(15_000)
    expect(after.door.received).toHaveLength(1)
    expect(after.control.callbacks()).toMatchObject([
      { state: 'delivered', attempts: [{ status: 500 }, { status: 204 }] },
    ])
    await after.close()
  })

  it('settles the refund that was under way', async () => {
    const before = await Shop.open({ statePath, refundSettleMs: 60_000 })
    await before.paidOrder()
    await before.refund()
    await before.close()

    const after = await Shop.open({ statePath, refundSettleMs: 60_000 })
    await after.control.advance(60_000)
    expect(after.control.refunds()).toMatchObject([{ status: 'SUCCESS' }])
    await after.close()
  })

  it('refuses a state file that is not its own', async () => {
    statePath = join(folder, 'other.json')
    writeFileSync(statePath, '{"version":7}')
    await expect(Shop.open({ statePath })).rejects.toThrow('not a state file')
  })
})
