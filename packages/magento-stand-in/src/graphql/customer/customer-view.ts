import { uid } from '../../ids'
import { magentoTime } from '../../magento'
import type { Customer } from '../../state/state'
import { customerOrders } from '../orders/orders'
import { type PageArguments, pageOf, type View, type Visit } from '../visit'
import { addressView } from './addresses'
import { compareListOf } from './compare'
import { wishlistView } from './wishlist'

export function customerView(visit: Visit, customer: Customer): View {
  const addresses = () => customer.addresses.map((address) => addressView(visit, address))
  const preferred = (which: 'defaultShipping' | 'defaultBilling') => {
    const found = customer.addresses.find((address) => address[which])
    return found ? String(found.id) : null
  }
  return {
    id: uid(customer.id),
    email: customer.email,
    firstname: customer.firstname,
    lastname: customer.lastname,
    middlename: null,
    prefix: null,
    suffix: null,
    taxvat: null,
    gender: null,
    date_of_birth: null,
    dob: null,
    group_id: 1,
    created_at: magentoTime(customer.createdAt),
    confirmation_status: 'ACCOUNT_CONFIRMATION_NOT_REQUIRED',
    allow_remote_shopping_assistance: false,
    is_subscribed: customer.subscribed,
    default_shipping: preferred('defaultShipping'),
    default_billing: preferred('defaultBilling'),
    addresses,
    addressesV2: (page: PageArguments) => pageOf(addresses(), page),
    orders: (args: Parameters<typeof customerOrders>[2]) => customerOrders(visit, customer, args),
    wishlist: () => wishlistView(visit, customer),
    wishlists: () => [wishlistView(visit, customer)],
    wishlist_v2: ({ id }: { id: string }) => (id === uid(customer.wishlist.id) ? wishlistView(visit, customer) : null),
    compare_list: () => compareListOf(visit, customer),
    custom_attributes: [],
  }
}
