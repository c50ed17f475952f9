/**
 * When a slot can be taken, in SQL: the one wording for whoever lists and whoever takes, so that what was listed is what
 * is taken. `$1` is the clinic everywhere; slots stand under the alias given.
 */

/**
 * Of slots that are free or held, those that nobody has: also those whose hold has ended. One without its rule is for its
 * present owner only. Worded so that the planner, which takes most held slots for free, walks an index and stops early.
 * @param own an SQL array of holds that are the asker's own: what these keep is open to them.
 */
export const openNow = (s: string, own?: string): string =>
  `(${s}.status <> 'held' OR (${s}.hold_expires_at <= app.now() AND ${s}.withdrawn_at IS NULL)${own === undefined ? '' : ` OR ${s}.hold_id = ANY(${own})`})`;

/** A slot that nobody has, or the asker. */
export const takeable = (s: string, own?: string): string => `(${s}.status IN ('free', 'held') AND ${openNow(s, own)})`;

/** The live holds of a conversation and of its caller: an array that is looked up once a statement. */
export const holdsOf = (conversationId: string, caller: string): string =>
  `ARRAY(SELECT h.id FROM holds h WHERE h.clinic_id = $1 AND h.conversation_id = ${conversationId}::uuid AND h.status = 'active'
     UNION ALL SELECT h.id FROM holds h WHERE h.clinic_id = $1 AND h.held_for = ${caller} AND h.status = 'active')`;

/** Whether its session allows a visit of this type (an SQL expression, uuid; null allows). */
export const allowsVisit = (s: string, visitType: string): string =>
  `(${visitType} IS NULL OR ${s}.visit_type_ids IS NULL OR ${visitType} = ANY(${s}.visit_type_ids))`;

/** Minutes that a visit of this type takes with the slot's doctor; null without a type. */
export const visitMinutes = (s: string, visitType: string): string =>
  `(SELECT COALESCE(own.minutes, kind.minutes)::integer FROM visit_types kind
      LEFT JOIN doctor_visit_types own ON own.clinic_id = kind.clinic_id AND own.visit_type_id = kind.id AND own.doctor_id = ${s}.doctor_id
     WHERE kind.clinic_id = $1 AND kind.id = ${visitType})`;

/**
 * A lateral query for the run of slots from `s` on that a visit of `minutes` fills: consecutive takeable slots of the same
 * doctor, lane and place, each beginning where the one before and its buffer end. One row {ids uuid[] in order of time,
 * "endsAt"} when they reach far enough, else none. A visit no longer than `s` is a run of one.
 */
export const visitRun = (s: string, minutes: string, visitType: string, own?: string): string => `
  SELECT array_agg(r.id ORDER BY r.starts_at) AS ids, max(r.ends_at) AS "endsAt"
    FROM (SELECT n.id, n.starts_at, n.ends_at,
                 lag(n.ends_at) OVER one_by_one AS before_ends, lag(n.gap_minutes) OVER one_by_one AS gap
            FROM slots n
           WHERE n.clinic_id = $1 AND n.doctor_id = ${s}.doctor_id AND n.lane = ${s}.lane AND n.status IN ('free', 'held')
             AND ${takeable('n', own)} AND ${allowsVisit('n', visitType)} AND n.location_id IS NOT DISTINCT FROM ${s}.location_id
             AND n.starts_at >= ${s}.starts_at
             AND n.starts_at < ${s}.starts_at + make_interval(mins => ${minutes} + ${s}.gap_minutes)
          WINDOW one_by_one AS (ORDER BY n.starts_at)) r
   WHERE r.before_ends IS NULL OR r.before_ends < ${s}.starts_at + make_interval(mins => ${minutes})
  HAVING bool_and(r.before_ends IS NULL OR r.before_ends + make_interval(mins => r.gap) = r.starts_at)
     AND max(r.ends_at) >= ${s}.starts_at + make_interval(mins => ${minutes})`;
