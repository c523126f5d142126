import { describe, expect, test } from '@jest/globals';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { loadPublishers } from '../../../authorities/publishers/index.ts';
import { countryOfZone } from '../../../authorities/zone-countries.ts';

describe('where a publisher is', () => {
  test('a zone lies in its country', () => {
    expect(countryOfZone('Europe/Oslo')).toBe('NO');
    expect(countryOfZone('America/Menominee')).toBe('US');
    expect(countryOfZone('America/Moncton')).toBe('CA');
    expect(countryOfZone('America/Argentina/Buenos_Aires')).toBe('AR');
    expect(countryOfZone('Etc/UTC')).toBeNull();
  });

  test('a host is of its country’s domain, wide countries’ too, but not of words sold as domains', () => {
    const publishers = loadPublishers(loadAgencies());
    expect(publishers.countryOf('www.unrecorded-paper.com.au')).toBe('AU');
    expect(publishers.countryOf('unrecorded-paper.co.uk')).toBe('GB');
    expect(publishers.countryOf('unrecorded-paper.ca')).toBe('CA');
    expect(publishers.countryOf('unrecorded-paper.ai')).toBeNull();
    expect(publishers.countryOf('unrecorded-paper.com')).toBeNull();
  });
});
