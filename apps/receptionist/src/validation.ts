import { ValidationPipe } from '@nestjs/common';
import { AppError } from '@clinicall/platform';
import type { FieldError } from '@clinicall/platform';
import type { ValidationError } from 'class-validator';

/** Bodies and queries are what their DTO says and nothing else; each wrong field is named with its path. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (faults) => {
      const errors = fieldErrors(faults);
      const fields = errors.map((error) => error.field).join(', ');
      return new AppError('validation_failed', `Wrong: ${fields}.`, { errors });
    },
  });
}

function fieldErrors(faults: readonly ValidationError[], path = ''): FieldError[] {
  return faults.flatMap((fault) => {
    const index = /^\d+$/.test(fault.property);
    const field = index ? `${path}[${fault.property}]` : [path, fault.property].filter((part) => part !== '').join('.');
    const own = Object.values(fault.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...fieldErrors(fault.children ?? [], field)];
  });
}
