import { join } from 'node:path';
import type { Secrets } from './data-folder';
import { given } from './preflight';
import type { Ports } from './preflight';
import { repositoryRoot } from './postgres-binaries';
import type { ChildPlan } from './supervised-child';

type Variables = Readonly<Record<string, string | undefined>>;

/** What `npm start` finds in the environment, and what it adds because it is missing. */
export interface LaunchPlan {
  embeddedDatabase: boolean;
  /** Whether the receptionist makes the demo clinic. */
  demo: boolean;
  localAi: boolean;
  localCarrier: boolean;
  productUrl: string;
  textPageUrl: string;
  /** E.164: where the demo clinic is called and texted. */
  phone: string;
  /** undefined in production, where the first administrator is the operator's to name. */
  admin?: { email: string; password: string };
  children: ChildPlan[];
}

/** Where no line of ours may be read from, a child gets only what it needs: keys stay with the product. */
const SECRET = /^(DATABASE_|OPENAI_|JWT_SECRET|ADMIN_|TWILIO_|SMTP_|PROVIDER_)|_API_KEY$/;

export const DEMO_PHONE = '+12025550100';
export const DEMO_ADMIN_EMAIL = 'admin@demo.clinicall.local';

export function planLaunch(
  variables: Variables,
  folder: string,
  ports: Ports,
  secrets: Secrets,
  databaseUrl: () => string,
): LaunchPlan {
  const production = variables['NODE_ENV'] === 'production';
  const embeddedDatabase = given(variables, 'DATABASE_URL') === undefined;
  const admin = production ? undefined : firstAdministrator(variables, secrets);
  const common = commonSettings(variables, folder, ports);
  const carrier = carrierAccount(variables, ports, secrets);
  const productOnly = {
    ...(embeddedDatabase ? { CLINICALL_EMBEDDED_DATABASE: '1' } : {}),
    ...(production ? {} : { JWT_SECRET: given(variables, 'JWT_SECRET') ?? secrets.jwtSecret }),
    ...(admin ? { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password } : {}),
  };
  const harmless = Object.fromEntries(Object.entries(variables).filter(([name]) => !SECRET.test(name)));
  const children = [
    variables['LOCAL_AI']?.trim() !== 'off' && child('local-ai', ports, () => ({ ...harmless, ...common })),
    carrier && child('local-carrier', ports, () => ({ ...harmless, ...common, ...carrier })),
    child('receptionist', ports, () => {
      return { ...variables, ...common, ...carrier, ...productOnly, DATABASE_URL: databaseUrl() };
    }),
  ].filter((plan) => plan !== false && plan !== undefined);
  return {
    embeddedDatabase,
    demo: !production && (embeddedDatabase || given(variables, 'CLINICALL_DEMO') === '1'),
    localAi: children.some(({ name }) => name === 'local-ai'),
    localCarrier: carrier !== undefined,
    productUrl: `http://127.0.0.1:${ports.product}`,
    textPageUrl: `http://127.0.0.1:${ports.localCarrier}/sms`,
    phone: given({ ...variables, ...carrier }, 'TWILIO_PHONE_NUMBER') ?? DEMO_PHONE,
    admin,
    children,
  };
}

function firstAdministrator(variables: Variables, secrets: Secrets) {
  return {
    email: given(variables, 'ADMIN_EMAIL') ?? DEMO_ADMIN_EMAIL,
    password: given(variables, 'ADMIN_PASSWORD') ?? secrets.adminPassword,
  };
}

/** What each child is told, whatever it is. */
function commonSettings(variables: Variables, folder: string, ports: Ports) {
  return {
    PORT: String(ports.product),
    LOCAL_AI_PORT: String(ports.localAi),
    LOCAL_CARRIER_PORT: String(ports.localCarrier),
    PUBLIC_URL: given(variables, 'PUBLIC_URL')?.replace(/\/+$/, '') ?? `http://127.0.0.1:${ports.product}`,
    CLINICALL_DATA_DIR: folder,
  };
}

/** The account of the local carrier, which the product and it must agree on; undefined where a real one is named. */
function carrierAccount(variables: Variables, ports: Ports, secrets: Secrets) {
  if (given(variables, 'TWILIO_ACCOUNT_SID') !== undefined) return undefined;
  return {
    TWILIO_ACCOUNT_SID: secrets.carrierAccountSid,
    TWILIO_AUTH_TOKEN: secrets.carrierAuthToken,
    TWILIO_PHONE_NUMBER: given(variables, 'TWILIO_PHONE_NUMBER') ?? DEMO_PHONE,
    TWILIO_API_BASE_URL: `http://127.0.0.1:${ports.localCarrier}`,
  };
}

const HEALTH = {
  'local-ai': ({ localAi }: Ports) => `${localAi}/health`,
  'local-carrier': ({ localCarrier }: Ports) => `${localCarrier}/carrier/health`,
  receptionist: ({ product }: Ports) => `${product}/health/ready`,
};

function child(name: keyof typeof HEALTH, ports: Ports, environment: () => Variables): ChildPlan {
  const program = join(repositoryRoot(), 'dist', 'apps', name, 'src', 'main.js');
  const healthUrl = `http://127.0.0.1:${HEALTH[name](ports)}`;
  return { name, args: ['--enable-source-maps', program], environment, healthUrl };
}
