import type { PersonalPart } from '../account/personal-part'
import type { AddressBook } from './service'

export const addressPart = (book: Pick<AddressBook, 'list'>): PersonalPart => ({
  name: 'addresses',
  tables: ['addresses'],
  withAccount: 'goes',
  show: ({ customer }) => book.list(customer.id),
})
