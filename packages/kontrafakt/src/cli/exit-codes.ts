/** What the shell is told. 70 is EX_SOFTWARE, 130 is 128 + SIGINT. */
export const EXIT = { done: 0, wrongInput: 1, usage: 2, internal: 70, cancelled: 130 } as const;
