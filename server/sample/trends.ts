import type { Camera, FeatureProfile } from './cameras.ts';

/** When a review is written, as far as the trends care. */
export interface Moment {
  month: number;
  isHolidayTrouble: boolean;
}

type Trend = (camera: Camera, moment: Moment, profile: FeatureProfile) => FeatureProfile;

/** What moves in the 18 months, feature by feature: the charts are to have something to show. */
const TRENDS: Readonly<Record<string, Trend>> = {
  /** A hardware revision in month 9 mends the night picture of the outdoor camera. */
  night_vision: (camera, { month }, [weight, content]) =>
    camera.product === 'Tarnwick Outdoor 4' && month >= 9
      ? [weight * 0.9, month === 9 ? 0.6 : 0.88]
      : [weight, content],
  /** An update in month 13 spoils the doorbell's app, and people speak of it. */
  app: (camera, { month }, [weight, content]) =>
    camera.product === 'Quillby Doorbell 2' && month >= 13
      ? [weight * 1.7, month >= 16 ? 0.3 : 0.14]
      : [weight, content],
  /** Fees rise step by step, and with them the anger, whatever the camera. */
  subscription: (_camera, { month }, [weight, content]) => [
    weight * (0.6 + month * 0.07),
    Math.max(0.06, content + 0.25 - month * 0.045),
  ],
  /** One winter the carrier cannot keep up. */
  delivery: (_camera, { isHolidayTrouble }, [weight, content]) =>
    isHolidayTrouble ? [weight * 3.5, 0.1] : [weight, content],
};

/** Profile of a feature at a moment; undefined for one the camera does not have. */
export function profileAt(camera: Camera, feature: string, moment: Moment): FeatureProfile | undefined {
  const profile = camera.profile[feature];
  return profile && (TRENDS[feature]?.(camera, moment, profile) ?? profile);
}

/** Keys of the phrase sets that speak of a feature of this camera at this moment. */
export function phraseKeys(camera: Camera, feature: string, { month, isHolidayTrouble }: Moment): readonly string[] {
  if (feature === 'battery') return camera.power === 'solar' ? ['solar', 'battery'] : [camera.power];
  if (feature === 'delivery' && isHolidayTrouble) return ['late_delivery', 'delivery'];
  const isAfterUpdate = feature === 'app' && camera.product === 'Quillby Doorbell 2' && month >= 13;
  return isAfterUpdate ? ['app_update', 'app'] : [feature];
}
