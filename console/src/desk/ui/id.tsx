/** An id of the API, in full: operators copy it into tickets. */
export function Id({ of, href }: { readonly of: string; readonly href?: string }) {
  return href ? (
    <a class="code" href={href}>
      <bdi>{of}</bdi>
    </a>
  ) : (
    <bdi class="code">{of}</bdi>
  );
}

/** A person, by id, as a link to their page. */
export function PersonId({ id }: { readonly id: string }) {
  return <Id of={id} href={`/desk/people/${id}`} />;
}
