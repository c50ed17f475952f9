import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, registerDecorator } from 'class-validator';
import { birthFault, nameFault, phoneFault } from './patient-fields';

type FaultOf = (text: string) => string | undefined;

/** A property that a pure rule judges; the rule's own sentence is the message. */
function Judged(name: string, faultOf: FaultOf): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => typeof value === 'string' && faultOf(value) === undefined,
        defaultMessage: (given) => (typeof given?.value === 'string' ? (faultOf(given.value) ?? '') : 'must be a text'),
      },
    });
  };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with an instant, if anything: RFC 3339 with its offset. */
export function instantFault(text: string): string | undefined {
  const right = INSTANT.test(text) && !Number.isNaN(Date.parse(text));
  return right ? undefined : 'must be an instant with its offset, such as 2027-05-04T14:30:00-04:00';
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function clockFault(text: string): string | undefined {
  return CLOCK.test(text) || text === '24:00' ? undefined : 'must be a wall time written HH:mm, such as 09:30';
}

/** What is wrong with a day, if anything: one that the calendar has, of this century. */
export function dayFault(text: string): string | undefined {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return 'must be a day written YYYY-MM-DD, from 2000 to 2099';
  const real = new Date(Date.parse(text) || 0).toISOString().slice(0, 10) === text;
  return real ? undefined : 'is not a day of the calendar';
}

/** A wall time HH:mm; 24:00 ends a day. */
export const IsClock = (): PropertyDecorator => Judged('isClock', clockFault);
/** A day YYYY-MM-DD. */
export const IsDay = (): PropertyDecorator => Judged('isDay', dayFault);
export const IsPersonName = (): PropertyDecorator => Judged('isPersonName', nameFault);
export const IsBirthDate = (): PropertyDecorator => Judged('isBirthDate', (text) => birthFault(text));
export const IsPhone = (): PropertyDecorator => Judged('isPhone', phoneFault);

/** In a query a plus sign that was not escaped arrives as a space. */
const PlusRestored = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace(' ', '+') : value));

/** An instant in a query. */
export const IsInstant = (): PropertyDecorator => applyDecorators(PlusRestored(), Judged('isInstant', instantFault));
/** A phone number in a query. */
export const IsQueryPhone = (): PropertyDecorator => applyDecorators(PlusRestored(), IsPhone());

/** Several values of a query, with commas between or the field repeated. */
export const Separated = (of: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => String(one).split(',').map(of)),
  );

/** What every list takes. */
export class PageQuery {
  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ description: 'nextCursor of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}
