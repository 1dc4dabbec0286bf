import { useEffect, useState } from 'react'
import { open } from '../../wechat'
import { addressOfLastTime, chooseAnew, useChosenAddress, whereTo } from '../addresses/chosen-address'
import { useAddressBook } from '../addresses/use-address-book'
import { useWechatAddress } from '../addresses/use-wechat-address'

/**
 * Where it goes: the book's default, for who has no book the address of last time, until the shopper chooses another. Once it
 * stands on the screen only the shopper changes it.
 */
export function useAddress() {
  const [lastTime] = useState(() => {
    chooseAnew()
    return addressOfLastTime()
  })
  const chosen = useChosenAddress((state) => state.chosen)
  const { book, error } = useAddressBook()
  const { importToCheckout } = useWechatAddress()

  /** Neither chosen nor known: the default may still come, and must not take the place of what was looked at. */
  const settling = !chosen && !book && !error
  const found = whereTo(chosen, book, lastTime)
  const address = found?.address ?? null
  useEffect(() => {
    if (found && !settling && chosen?.id !== found.id) useChosenAddress.setState({ chosen: found })
  })

  return {
    address,
    settling,
    /** Who has none takes WeChat's in one tap; who has one sees the book. */
    choose: () => (address ? open('addresses', { pick: 'checkout' }) : importToCheckout()),
    write: () => open('address', { pick: 'checkout' }),
  }
}
