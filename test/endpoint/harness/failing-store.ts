/** A store that does not work. */
import type {Store} from '../../../endpoint/store/store.ts';

/** Creates a store whose every operation fails. */
export function createFailingStore(error: Error): Store {
  const fail = async (): Promise<never> => {
    throw error;
  };
  return {
    read: fail,
    transaction: fail,
    findForAttempt: fail,
    storeAttempt: fail,
    checkReady: fail,
    close: async () => {},
  };
}
