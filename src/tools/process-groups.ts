/**
 * A program that was started in a process group of its own, by the number of the group, or that such a group has ended. It does
 * not end with the process that started it, so whoever may kill that process has to know of it.
 */
export interface GroupEvent {
  readonly group: number
  readonly runs: boolean
}

let listener: ((event: GroupEvent) => void) | null = null

/** Has the process groups that this process starts told to somebody, from now on. */
export const onProcessGroups = (told: (event: GroupEvent) => void): void => {
  listener = told
}

export const tellProcessGroup = (event: GroupEvent): void => listener?.(event)
