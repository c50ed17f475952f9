import { BearerGuard, isPublicRoute, PUBLIC_ROUTES } from '@clinicall/identity';
import { ClinicScope } from '@clinicall/platform';
import { routesOf } from '../../apps/receptionist/src/route-list';
import { makeWorld } from '../security/callers';
import type { World } from '../security/callers';
import { isWrong, runMatrix, tryVariants } from '../security/matrix';
import { ROUTE_TABLE } from '../security/route-table';
import { startProduct } from '../support/product';
import type { Product } from '../support/product';
import { total } from '../support/total';

describe('every route, for everybody who may ask', () => {
  let product: Product;
  let world: World;
  beforeAll(async () => {
    product = await startProduct({ CLINICALL_ROLES: 'web', LOCAL_AI_PORT: '9', RATE_LIMIT_PER_TOKEN: '1000000' });
    world = await makeWorld(product.app, product.url);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => product.stop());

  it('stands in the table, and the table has no other', () => {
    const routes = routesOf(product.app).filter((route) => !route.startsWith('HEAD '));
    expect(routes).toEqual(Object.keys(ROUTE_TABLE).sort());
  });

  it('is public exactly when the table says so', () => {
    // The contract as data is served past Nest, so it stands in no list of the guard.
    const open = Object.keys(ROUTE_TABLE).filter((route) => ROUTE_TABLE[route]?.needs === 'anybody');
    expect([...PUBLIC_ROUTES, 'GET /docs-json'].sort()).toEqual(open.sort());
    expect(isPublicRoute('HEAD', '/health/live')).toBe(true);
  });

  it('has an object of the first clinic for every id in a path', () => {
    const missing = Object.entries(world.objects).filter(([, id]) => !id);
    expect(missing).toEqual([]);
  });

  it('gives no 2xx under another spelling: to nobody, nor to a key that may do something else', async () => {
    const lesser = world.callers.find(({ name }) => name === 'key metrics')?.tokens[0];
    for (const token of [undefined, lesser]) {
      const { asked, through } = await tryVariants(product.url, world, token);
      expect(through).toEqual([]);
      expect(asked).toBeGreaterThan(1_500);
      total(
        `${asked} other spellings of paths, asked by ${token ? 'a key with another scope' : 'nobody'}: ${through.length} let in`,
      );
    }
  });

  describe('and the matrix has power:', () => {
    const few = ['GET /api/v1/appointments/:id', 'GET /api/v1/patients', 'POST /api/v1/staff/invitations'];

    it('a guard that lets everybody in is found', async () => {
      jest.spyOn(product.app.get(BearerGuard), 'canActivate').mockResolvedValue(true);
      expect((await runMatrix(product.url, world, few)).filter(isWrong).length).toBeGreaterThan(few.length * 5);
    });

    it('a scope that ignores whose token it is is found', async () => {
      const scope = product.app.get(ClinicScope);
      const run = scope.run.bind(scope);
      jest
        .spyOn(scope, 'run')
        .mockImplementation((clinicId, work, actor) =>
          run(actor?.channel === 'rest' ? world.clinicId : clinicId, work, actor),
        );
      const wrong = (await runMatrix(product.url, world, few)).filter(isWrong);
      expect(wrong).toContainEqual(expect.objectContaining({ caller: 'other clinic', status: 200, leaked: true }));
    });
  });

  it('answers as the table says', async () => {
    const answers = await runMatrix(product.url, world);
    const wrong = answers.filter(isWrong);
    const [routes, callers] = [Object.keys(ROUTE_TABLE).length, world.callers.length];
    total(`${routes} routes × ${callers} callers = ${answers.length} answers: ${wrong.length} not as the table says`);
    expect(wrong).toEqual([]);
    expect(answers).toHaveLength(Object.keys(ROUTE_TABLE).length * world.callers.length);
  });
});
