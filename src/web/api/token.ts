const STORAGE_KEY = 'trichluc.token'

/** The access token that this browser tab was given; null on servers that want none. */
export const heldToken = (): string | null => {
  try {
    return sessionStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}

export const holdToken = (token: string): void => {
  try {
    sessionStorage.setItem(STORAGE_KEY, token)
  } catch {
    // Without storage the server asks again.
  }
}

export const tokenHeaders = (): Record<string, string> => {
  const token = heldToken()
  return token === null ? {} : { authorization: `Bearer ${token}` }
}
