/** What a member can delete on its own: things that only make sense together go together. */
export const kinds = ['answers', 'mocks', 'peers', 'never', 'practice', 'lessons', 'settings', 'notices'] as const;
export type Kind = (typeof kinds)[number];
