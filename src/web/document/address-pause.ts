/** Milliseconds: browsers refuse addresses that are written too often, as a held key would. */
export const ADDRESS_PAUSE_MS = 200
