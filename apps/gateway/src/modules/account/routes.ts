import type { ShopperContext } from '@xiaopu/commerce'
import type { MyData } from '@xiaopu/contract'
import type { Clock } from '../../clock'
import { type Handlers, shopperContext } from '../../http/calls'
import type { Identity } from '../identity/service'
import type { Deletion } from './deletion'
import type { PersonalPart } from './personal-part'
import type { Profile } from './profile'

type AccountRoute = 'getMe' | 'changeMe' | 'bindPhone' | 'unbindPhone' | 'getMyData' | 'getAccountDeletion' | 'deleteMe'

interface Needs {
  identity: Pick<Identity, 'shopper'>
  profile: Profile
  deletion: Deletion
  parts: readonly PersonalPart[]
  clock: Clock
}

export function accountHandlers({ identity, profile, deletion, parts, clock }: Needs): Handlers<AccountRoute> {
  async function everything(context: ShopperContext): Promise<MyData> {
    const shown = await Promise.all(parts.map(async (part) => [part.name, await part.show(context)] as const))
    return { madeAt: clock().toISOString(), parts: Object.fromEntries(shown) }
  }

  return {
    getMe: ({ shopper }) => identity.shopper(shopper.id),
    changeMe: ({ shopper, body }) => profile.change(shopper.id, body),
    bindPhone: ({ shopper, body }) => profile.bindPhone(shopper.id, body.code),
    unbindPhone: ({ shopper }) => profile.unbindPhone(shopper.id),
    getMyData: (call) => everything(shopperContext(call)),
    getAccountDeletion: (call) => deletion.outlook(shopperContext(call)),
    deleteMe: (call) => deletion.remove(shopperContext(call)),
  }
}
