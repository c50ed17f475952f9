export interface ListQuery {
  readonly PageSize?: string;
  readonly Page?: string;
}

/** One page of a list as Twilio's 2010 API gives it; links are relative to the API's host. */
export function listPage(
  path: string,
  query: ListQuery & Record<string, string | undefined>,
  key: string,
  rows: unknown[],
): object {
  const size = Math.min(1_000, Math.max(1, Number(query.PageSize ?? 50) || 50));
  const page = Math.max(0, Number(query.Page ?? 0) || 0);
  const shown = rows.slice(page * size, (page + 1) * size);
  const link = (wanted: number): string => {
    const fields = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) fields.set(name, value);
    fields.set('PageSize', String(size));
    fields.set('Page', String(wanted));
    return `${path}?${fields.toString()}`;
  };
  return {
    end: Math.max(0, page * size + shown.length - 1),
    first_page_uri: link(0),
    next_page_uri: (page + 1) * size < rows.length ? link(page + 1) : null,
    page,
    page_size: size,
    previous_page_uri: page > 0 ? link(page - 1) : null,
    start: page * size,
    uri: link(page),
    [key]: shown,
  };
}
