import { Module } from '@nestjs/common';

/** Services are plain classes: the module names what each one needs. */
@Module({})
export class ReportsModule {}
