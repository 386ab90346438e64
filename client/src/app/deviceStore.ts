const DATABASE = 'tanggap'
const STORE = 'drafts'

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The device store did not open'))
  })
}

/** Runs one request on the store of this device. Null when the browser keeps nothing (private windows, full disks): the console works without. */
export async function onDevice<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await opened()
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('The device store gave up'))
    }).finally(() => database.close())
  } catch (error) {
    if (error instanceof DOMException || error instanceof ReferenceError) return null
    throw error
  }
}

/** Leaves nothing that was typed on this device: called when somebody signs out. */
export const forgetDevice = (): Promise<unknown> => onDevice('readwrite', (store) => store.clear())
