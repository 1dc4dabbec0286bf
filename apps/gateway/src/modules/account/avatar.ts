/** Under which name a picture is a shopper's avatar, among the uploads. */
export const avatarNamed = (uploadId: string) => `${AVATARS}${uploadId}`
export const AVATARS = 'avatar:'
