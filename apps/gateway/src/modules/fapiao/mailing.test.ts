import type { AddressInfo } from 'node:net'
import type { Order } from '@xiaopu/contract'
import { SMTPServer } from 'smtp-server'
import { createGateway } from '../../gateway'
import { createMailer, MailRefused } from '../../mail/mailer'
import { DAY, MINUTE } from '../../testing/clock'
import { openedShop } from '../../testing/opened-shop'

const NUMBER = '26312000000012345678'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const PERSON = { kind: 'personal', title: '林小满', email: 'lin@example.com' }

interface Letter {
  to: string[]
  raw: string
}

/** A post office that takes what it is given, or answers as it was told to. */
class PostOffice {
  readonly letters: Letter[] = []
  private answers: { code: number; at: 'rcpt' | 'end' }[] = []
  private readonly server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo: (_address, _session, done) => done(this.refusal('rcpt')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refused = this.refusal('end')
        if (refused) return done(refused)
        this.letters.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`
  }

  answer(code: number, at: 'rcpt' | 'end' = 'rcpt'): void {
    this.answers.push({ code, at })
  }

  reset(): void {
    this.letters.length = 0
    this.answers = []
  }

  close = () => new Promise<void>((resolve) => this.server.close(() => resolve()))

  private refusal(at: 'rcpt' | 'end'): Error | undefined {
    if (this.answers[0]?.at !== at) return undefined
    return Object.assign(new Error('no'), { responseCode: this.answers.shift()!.code })
  }
}

const office = new PostOffice()
const FROM = '拾物 <fapiao@shiwu.example>'
const mail = { url: '', from: FROM }
beforeAll(async () => {
  mail.url = await office.open()
})
const { stand, shopper, owner, runJobs } = openedShop({ mail })
afterAll(() => office.close())
beforeEach(() => office.reset())

async function asked(fapiao: object = PERSON): Promise<Order> {
  const order = await stand().paid(shopper, 'LAMP')
  expect((await shopper.post(`/v1/orders/${order.id}/fapiao`, fapiao)).status).toBe(200)
  return order
}
const issue = (order: Order, issued: object = { pdf: PDF.toString('base64') }) =>
  owner.call('PUT', `/v1/merchant/orders/${order.id}/fapiao`, { number: NUMBER, link: null, pdf: null, ...issued })
const mailedAt = async (order: Order) => (await shopper.seen(order)).fapiaoState?.mailedAt
const later = async (ms: number) => {
  stand().clock.pass(ms)
  await runJobs()
}

describe('an issued fapiao', () => {
  test('goes to the address that was given, once, with its PDF', async () => {
    const order = await asked()
    await issue(order)
    expect(await mailedAt(order)).toBeNull()
    await runJobs()
    await later(DAY)
    expect(office.letters.map(({ to }) => to)).toEqual([['lin@example.com']])
    const { raw } = office.letters[0]!
    expect(raw).toContain(PDF.toString('base64'))
    expect(raw).toMatch(new RegExp(`^Message-ID: <fapiao-${order.number}-${NUMBER}@shiwu.example>\r?$`, 'm'))
    expect(await mailedAt(order)).toEqual(expect.stringMatching(/Z$/))
  })

  test('that the tax platform shows goes as its link, and another one in its place goes, too', async () => {
    const order = await asked()
    await issue(order, { link: 'https://tax.example/f/1' })
    await runJobs()
    await issue(order, { number: '26312000000087654321', link: 'https://tax.example/f/2' })
    await runJobs()
    const bodies = office.letters.map(({ raw }) =>
      Buffer.from(
        raw
          .split(/\r?\n\r?\n/)
          .slice(1)
          .join(''),
        'base64',
      ).toString(),
    )
    expect(bodies).toEqual([expect.stringContaining('/f/1'), expect.stringContaining('/f/2')])
  })

  test('is mailed to nobody who gave no address, nor by a shop that mails none', async () => {
    await issue(await asked({ kind: 'personal', title: '林小满' }))
    const silent = await createGateway(
      { ...stand().config, mail: undefined },
      { database: stand().database, clock: stand().clock.now, jobs: 'by-hand', logStream: { write: () => {} } },
    )
    const order = await asked()
    const { statusCode } = await silent.app.inject({
      ...{ method: 'PUT', url: `/v1/merchant/orders/${order.id}/fapiao` },
      headers: { authorization: `Bearer ${owner.token}` },
      payload: { number: NUMBER, link: 'https://tax.example/f/1', pdf: null },
    })
    expect(statusCode).toBe(204)
    await silent.close()
    await runJobs()
    expect([office.letters, await mailedAt(order)]).toEqual([[], null])
  })

  test('is mailed once by two gateways that look at the same time', async () => {
    for (const _ of [1, 2]) await issue(await asked())
    const second = await createGateway(stand().config, {
      ...{ database: stand().database, clock: stand().clock.now, jobs: 'by-hand' },
      logStream: { write: () => {} },
    })
    await Promise.all([stand().gateway.runJobsOnce(), second.runJobsOnce()])
    await second.close()
    expect(office.letters).toHaveLength(2)
  })
})

describe('a mail that does not get through', () => {
  test('is tried again a while later', async () => {
    const order = await asked()
    office.answer(451)
    office.answer(452, 'end')
    await issue(order)
    await runJobs()
    await later(MINUTE)
    expect(office.letters).toEqual([])
    await later(MINUTE)
    await later(4 * MINUTE)
    expect(office.letters).toHaveLength(1)
    expect(await mailedAt(order)).not.toBeNull()
  })

  test('because there is no such mailbox is told to a person, once, and the fapiao stays readable', async () => {
    const order = await asked()
    office.answer(550)
    await issue(order)
    await runJobs()
    await later(DAY)
    expect([office.letters, await mailedAt(order)]).toEqual([[], null])
    expect(stand().log.filter((line) => line.includes('cannot be mailed'))).toHaveLength(1)
    expect((await shopper.seen(order)).fapiaoState).toMatchObject({ status: 'issued', document: true })
  })
})

describe('an address that is more than one address', () => {
  const WICKED = ['lin@example.com\r\nBcc: all@example.com', 'lin@example.com, chen@example.com', '<lin@example.com>']

  test.each(WICKED)('%j is refused where it is given, naming the field', async (email) => {
    const order = await stand().paid(shopper, 'LAMP')
    expect(await shopper.post(`/v1/orders/${order.id}/fapiao`, { ...PERSON, email })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', fields: [{ path: 'body.email' }] },
    })
  })

  test.each(WICKED)('%j that got in some other way is mailed to nobody', async (email) => {
    const mailer = createMailer(mail)
    const letter = { id: 'x', subject: 'x', text: 'x', attachment: null }
    await expect(mailer.send({ ...letter, to: email })).rejects.toThrow(MailRefused)
    expect(office.letters).toEqual([])
  })

  test('cannot be made of a title either: what a shopper writes stands in no header', async () => {
    const order = await asked({ ...PERSON, title: '林小满\r\nBcc: all@example.com\r\n\r\n你好' })
    await issue(order, { link: 'https://tax.example/f/1' })
    await runJobs()
    const [head] = office.letters[0]!.raw.split(/\r?\n\r?\n/)
    expect(head).not.toMatch(/bcc/i)
    expect(office.letters[0]!.to).toEqual(['lin@example.com'])
  })
})
