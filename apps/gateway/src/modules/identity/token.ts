import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes: it says nothing, and cannot be guessed. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What is stored of a token. Without salt: the token has 256 bits of its own. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
