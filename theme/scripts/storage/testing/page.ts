// What a page of the trial has of the real scripts: bundled anew into each tab, as a browser would run them.
export { choose, erase, putBack, takeOut } from '../moving.ts'
export { changeLayers } from '../keep-layers.ts'
export { lockNow, removePassphrase, setPassphrase, unlock } from '../locking.ts'
export { Session } from '../session.ts'
export { recovery } from '../recovery/recovery.ts'
