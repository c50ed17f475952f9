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
