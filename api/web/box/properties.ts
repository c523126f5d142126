import { attributes, propertyOf } from './presets.ts';

/** `lang` is a property of every element; the other attributes become properties with the same meaning. */
const reflected = attributes.filter((name) => name !== 'lang');

/** Makes the attributes of an element class available as properties, as frameworks expect. */
export const reflectAttributes = (prototype: HTMLElement): void => {
  for (const name of reflected)
    Object.defineProperty(prototype, propertyOf(name), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name) ?? '';
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
};

/** Properties that were set before the script was loaded would hide the accessors. */
export const upgradeProperties = (element: HTMLElement): void => {
  for (const name of ['value', ...reflected.map(propertyOf)])
    if (Object.hasOwn(element, name)) {
      const given: unknown = Reflect.get(element, name);
      Reflect.deleteProperty(element, name);
      Reflect.set(element, name, given);
    }
};
