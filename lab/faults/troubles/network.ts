import { setTimeout as pause } from 'node:timers/promises';
import { draw } from '../random.ts';
import type { Scene, Trouble } from './trouble.ts';

const either = ({ installation: { networks }, random }: Scene) => draw(networks, random);

/** Every piece of data takes up to a third of a second longer. */
export const slowNetwork: Trouble = {
  name: 'slow network',
  strike: async (scene) => {
    const network = either(scene);
    network.delay(20 + 300 * scene.random());
    await pause(4000 * scene.random());
    network.delay(0);
  },
};

/** Connections stay open, but no data arrives. */
export const stalledNetwork: Trouble = {
  name: 'stalled network',
  strike: async (scene) => {
    const network = either(scene);
    network.stall(true);
    await pause(1000 + 6000 * scene.random());
    network.stall(false);
  },
};

/** Connections break during requests, so that the clients cannot know whether these were executed. */
export const brokenNetwork: Trouble = {
  name: 'broken network',
  strike: async (scene) => {
    const network = either(scene);
    for (let times = 3 + 10 * scene.random(); times > 0; times -= 1) {
      network.cut();
      await pause(300 * scene.random());
    }
  },
};
