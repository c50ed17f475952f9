export declare function mayShip(licences: string | readonly string[]): boolean;
export declare function mayBeUsed(licences: string | readonly string[]): boolean;
