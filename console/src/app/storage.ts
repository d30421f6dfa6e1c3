const SHARED = "mahfaza.shared-computer";

/** Whether the person said at the login that others use this computer: nothing stays on it. */
export function isSharedComputer(): boolean {
  return sessionStorage.getItem(SHARED) !== null;
}

export function setSharedComputer(isShared: boolean): void {
  if (isShared) sessionStorage.setItem(SHARED, "yes");
  else sessionStorage.removeItem(SHARED);
}

/** Where what outlives a reload is kept: on a shared computer it ends with the tab. */
export function ownStorage(): Storage {
  return isSharedComputer() ? sessionStorage : localStorage;
}
