import { Injectable } from '@nestjs/common';
import { ClinicScope, Database } from '@clinicall/platform';

/** Names change rarely and stand on every slot shown: known this long without asking again. */
const KNOWN_MS = 30_000;
const MOST_KNOWN = 5_000;

export interface Names {
  /** Doctor's id → name. */
  readonly doctors: ReadonlyMap<string, string>;
  /** Specialty's id → name. */
  readonly specialties: ReadonlyMap<string, string>;
  /** Doctor's id → BCP 47 languages. */
  readonly languages: ReadonlyMap<string, readonly string[]>;
}

/** The names behind the ids of slots, so that a search touches no table but the slots' own. */
@Injectable()
export class RosterNames {
  private readonly known = new Map<string, { names: Names; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly scope: ClinicScope,
  ) {}

  /** @param mustHold ids of doctors that are surely there: a new doctor's is asked for at once. */
  async names(mustHold: readonly string[] = []): Promise<Names> {
    const clinicId = this.scope.clinicId();
    const known = this.known.get(clinicId);
    const fresh = known !== undefined && known.until > Date.now();
    if (fresh && mustHold.every((id) => known.names.doctors.has(id))) return known.names;
    return this.load(clinicId);
  }

  /** Ids of the specialties that `specialty` (a name in any case, or an id) means; all of them when undefined. */
  async specialtyIds(specialty: string | undefined): Promise<string[]> {
    const { specialties } = await this.names();
    const ids = [...specialties.keys()];
    if (specialty === undefined && ids.length > 0) return ids;
    const meant = (names: Names): string[] =>
      [...names.specialties].filter(([id, name]) => matches(id, name, specialty)).map(([id]) => id);
    const found = meant({ doctors: new Map(), specialties, languages: new Map() });
    return found.length > 0 ? found : meant(await this.load(this.scope.clinicId()));
  }

  /** Doctors who speak a language (BCP 47; es finds es-MX too). */
  async speakers(language: string): Promise<string[]> {
    const { languages } = await this.names();
    const wanted = language.toLowerCase();
    const speaks = (one: string): boolean => one.toLowerCase() === wanted || one.toLowerCase().startsWith(`${wanted}-`);
    return [...languages].filter(([, spoken]) => spoken.some(speaks)).map(([id]) => id);
  }

  /** After the scope's clinic has got new doctors or specialties on this instance. */
  forget(): void {
    this.known.delete(this.scope.clinicId());
  }

  private async load(clinicId: string): Promise<Names> {
    const rows = await this.database.query<{ kind: string; id: string; name: string; languages: string[] }>(
      `SELECT 'doctor' AS kind, id, name, languages FROM doctors WHERE clinic_id = $1
       UNION ALL SELECT 'specialty', id, name, '{}' FROM specialties WHERE clinic_id = $1`,
      [clinicId],
    );
    const of = (kind: string): Map<string, string> =>
      new Map(rows.filter((row) => row.kind === kind).map((row) => [row.id, row.name]));
    const languages = new Map(rows.filter((row) => row.kind === 'doctor').map((row) => [row.id, row.languages]));
    const names = { doctors: of('doctor'), specialties: of('specialty'), languages };
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(clinicId, { names, until: Date.now() + KNOWN_MS });
    return names;
  }
}

function matches(id: string, name: string, specialty: string | undefined): boolean {
  return specialty === undefined || id === specialty || name.toLowerCase() === specialty.trim().toLowerCase();
}
