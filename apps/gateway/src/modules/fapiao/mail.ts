import type { Mail } from '../../mail/mailer'

interface MailedFapiao {
  orderNumber: string
  /** Of the fapiao. */
  number: string
  title: string
  email: string
  /** Where it is read; null: it is the attachment. */
  link: string | null
  pdf: Buffer | null
}

/** What goes to the address a shopper gave with their fapiao, in both languages: which one they read is not known. */
export function fapiaoMail({ orderNumber, number, title, email, link, pdf }: MailedFapiao): Mail {
  return {
    id: `fapiao-${orderNumber}-${number}`,
    to: email,
    subject: `电子发票 ${number}（订单 ${orderNumber}）`,
    text: [
      '你好：',
      '',
      `订单 ${orderNumber} 的电子发票已经开好，发票号码 ${number}，抬头：${title}。`,
      pdf ? '发票在附件里。' : `在这里查看：${link}`,
      '',
      `The fapiao ${number} of your order ${orderNumber} ${pdf ? 'is attached' : 'can be read at the address above'}.`,
      '',
    ].join('\n'),
    attachment: pdf && { name: `fapiao-${number}.pdf`, type: 'application/pdf', bytes: pdf },
  }
}
