import type { ApiServices } from '../services.ts';

/** Values shared by several routes, made once per service when the first of them is mounted. */
export const oncePerService = <T>(create: (services: ApiServices) => T): ((services: ApiServices) => T) => {
  const made = new WeakMap<ApiServices, { readonly value: T }>();
  return (services) => {
    const known = made.get(services) ?? { value: create(services) };
    made.set(services, known);
    return known.value;
  };
};
