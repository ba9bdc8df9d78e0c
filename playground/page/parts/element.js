import { useRef } from 'preact/hooks';

/** A ref to an element of the page; null before the first rendering. @returns {{current: any}} */
export const useElement = () => useRef(null);
