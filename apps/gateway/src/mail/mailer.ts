import nodemailer from 'nodemailer'

/** The shop's own way to send mail. */
export interface MailSettings {
  /** `smtps://user:password@host:465`, or `smtp://…:587`, which has to offer STARTTLS unless it is on this machine. */
  url: string
  /** `拾物 <service@shiwu.example>` */
  from: string
}

export interface Mail {
  /** Names it for ever: mailboxes show a repeat of it once. */
  id: string
  /** One address and nothing else. */
  to: string
  subject: string
  text: string
  attachment: { name: string; type: string; bytes: Buffer } | null
}

export interface Mailer {
  /** @throws MailRefused when sending it again would be in vain; anything else may pass later */
  send(mail: Mail): Promise<void>
}

/** The address, or the mail as it is, is refused for good. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

const TIMEOUT = 20_000
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** No name, no list, no second line: an address that is more than that would address more than one. */
const ONE_ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[A-Za-z0-9.-]{1,190}$/

/** Sends by SMTP. Passwords never go over an open wire, except to this very machine. */
export function createMailer({ url, from }: MailSettings): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = nodemailer.createTransport({
    ...{ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (secure ? 465 : 587)), secure },
    requireTLS: !secure && !LOOPBACK.test(hostname),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...{ connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT },
    // What a mail names is never fetched from anywhere.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? hostname

  return {
    async send({ id, to, subject, text, attachment }) {
      if (!ONE_ADDRESS.test(to)) throw new MailRefused('that is no one address')
      const file = attachment && {
        ...{ filename: attachment.name, contentType: attachment.type, content: attachment.bytes },
      }
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${domain}>` },
          ...(file && { attachments: [file] }),
          textEncoding: 'base64',
          // Nobody's out-of-office note answers a machine.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        if (isForGood(error)) throw new MailRefused((error as Error).message, { cause: error })
        throw error
      }
    },
  }
}

/** 5xx to the address or to the mail itself; a wrong password is the shop's to put right. */
function isForGood(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500 && responseCode < 600
}
