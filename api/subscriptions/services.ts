import { indexNames } from '../../mappings/names.ts';
import { createSubscriptionStore } from '../../platform/subscriptions/store.ts';
import { oncePerService } from '../routes/once.ts';
import type { ApiServices } from '../services.ts';

const createSubscriptionServices = (services: ApiServices) => {
  const names = indexNames(services.config.prefix);
  return {
    ...services,
    names,
    subscriptions: createSubscriptionStore(services.elasticsearch, names.subscriptions),
  };
};

/** One set for all routes and pages about following by e-mail. */
export const subscriptionServicesOf = oncePerService(createSubscriptionServices);

export type SubscriptionServices = ReturnType<typeof createSubscriptionServices>;
