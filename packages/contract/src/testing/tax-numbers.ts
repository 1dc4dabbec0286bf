/** Every place that checks a tax number agrees about these. */
export const TAX_NUMBERS = [
  ['91350100M000100Y43'],
  ['91310104MA1XP0013B'],
  ['91330106MA2XP0023P'],
  ['91310104MA1FR00X1D'],
  ['440300123456789'],
  ['44030012345678901234'],
] as const

export const WRONG_TAX_NUMBERS = [
  ['91350100M000100Y44', 'the check character is another'],
  ['91350100M000100Y34', 'two characters changed places'],
  ['91350100M000100Y4', '17 characters'],
  ['91350100M000100Y433', '19 characters'],
  ['91350100I000100Y43', 'no code has an I'],
  ['91350100m000100y43', 'small letters'],
  ['9135-100M000100Y43', 'a dash'],
  ['44030012345678', '14 characters'],
  ['44030012345678测', 'not a letter or digit'],
  ['', 'nothing'],
] as const
