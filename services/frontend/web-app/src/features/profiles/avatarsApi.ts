import { api, unwrap } from '@streamix/api';
import type { BuiltInAvatar, Profile } from './profilesApi';

export const largestPicture = 5 * 1024 * 1024;
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
export type PictureType = (typeof pictureTypes)[number];
export type PictureComplaint = 'type' | 'size';

/** What the service would refuse without looking at the pixels. */
export function complaintOfPicture(file: File): PictureComplaint | null {
  if (typeOf(file) === undefined) return 'type';
  return file.size > largestPicture ? 'size' : null;
}

export function listBuiltIn(signal?: AbortSignal): Promise<BuiltInAvatar[]> {
  return unwrap(api.GET('/api/v1/profiles/avatars', signal ? { signal } : {}));
}

export function wearBuiltIn(id: string, builtIn: string): Promise<Profile> {
  return unwrap(api.PUT('/api/v1/profiles/{id}/avatar', { params: { path: { id } }, body: { builtIn } }));
}

/** The picture goes as it is: the document calls a file a string, and the serializer hands the bytes on. */
export function wearPicture(id: string, file: File): Promise<Profile> {
  const type = typeOf(file) ?? 'application/octet-stream';
  return unwrap(
    api.POST('/api/v1/profiles/{id}/avatar', {
      params: { path: { id } },
      headers: { 'Content-Type': type },
      body: '',
      bodySerializer: () => file,
    }),
  );
}

/** The smallest image that fills a place of this many CSS pixels on a dense display. */
export function avatarSource(images: Profile['avatar']['images'], pixels: number): string | undefined {
  const sorted = [...images].sort((a, b) => a.size - b.size);
  return (sorted.find(image => image.size >= 2 * pixels) ?? sorted.at(-1))?.url;
}

function typeOf(file: File): PictureType | undefined {
  return pictureTypes.find(type => type === file.type);
}
