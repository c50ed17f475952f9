import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '@clinicall/identity';
import { IfMatch, InOneTransaction, TakesIfMatch } from '@clinicall/platform';
import { pageByName } from './page-by-name';
import {
  LocationAnswer,
  LocationBody,
  LocationPatch,
  LocationsAnswer,
  RoomAnswer,
  RoomBody,
  RoomPatch,
  RoomsAnswer,
  RoomsQuery,
} from './place-bodies';
import { PlacesRepository } from './places.repository';
import { PlacesService } from './places.service';
import { PageQuery } from './request-fields';

@ApiTags('locations')
@ApiBearerAuth()
@InOneTransaction()
@Controller()
export class PlacesController {
  constructor(
    private readonly places: PlacesService,
    private readonly rows: PlacesRepository,
  ) {}

  @Get('locations')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'Where the clinic works, by name' })
  @ApiOkResponse({ type: LocationsAnswer })
  async locations(@Query() query: PageQuery): Promise<LocationsAnswer> {
    return pageByName(query, (page) => this.rows.locations(page));
  }

  @Get('locations/:id')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'One location' })
  @ApiOkResponse({ type: LocationAnswer })
  async location(@Param('id', ParseUUIDPipe) id: string): Promise<LocationAnswer> {
    return this.places.location(id);
  }

  @Post('locations')
  @Permit('schedule:write')
  @ApiOperation({ summary: 'A new location' })
  @ApiCreatedResponse({ type: LocationAnswer })
  async addLocation(@Body() body: LocationBody): Promise<LocationAnswer> {
    return this.places.addLocation(body);
  }

  @Patch('locations/:id')
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Change a location; one that sessions use cannot be closed' })
  @ApiOkResponse({ type: LocationAnswer })
  async changeLocation(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LocationPatch,
    @IfMatch() version: number | undefined,
  ): Promise<LocationAnswer> {
    return this.places.changeLocation(id, body, version);
  }

  @Get('rooms')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'Rooms, by name' })
  @ApiOkResponse({ type: RoomsAnswer })
  async rooms(@Query() { locationId, ...query }: RoomsQuery): Promise<RoomsAnswer> {
    return pageByName(query, (page) => this.rows.rooms({ ...page, locationId }));
  }

  @Get('rooms/:id')
  @Permit('schedule:read')
  @ApiOperation({ summary: 'One room' })
  @ApiOkResponse({ type: RoomAnswer })
  async room(@Param('id', ParseUUIDPipe) id: string): Promise<RoomAnswer> {
    return this.places.room(id);
  }

  @Post('rooms')
  @Permit('schedule:write')
  @ApiOperation({ summary: 'A new room of a location' })
  @ApiCreatedResponse({ type: RoomAnswer })
  async addRoom(@Body() body: RoomBody): Promise<RoomAnswer> {
    return this.places.addRoom(body);
  }

  @Patch('rooms/:id')
  @Permit('schedule:write')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Change a room; one that sessions use cannot be closed' })
  @ApiOkResponse({ type: RoomAnswer })
  async changeRoom(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RoomPatch,
    @IfMatch() version: number | undefined,
  ): Promise<RoomAnswer> {
    return this.places.changeRoom(id, body, version);
  }
}
