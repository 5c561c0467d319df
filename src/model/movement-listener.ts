/** What a change of who is where means to the rest of the model. Called after the world has changed. */
export interface MovementListener {
  /** Just before the first people of an evacuation leave a base. */
  readonly beforeEvacuation: (base: number) => void;
  /** A group has left a base: `share` of all persons at bases and in transit just before. */
  readonly departed: (change: { readonly share: number; readonly home: boolean }) => void;
  /** An order was announced that would take `share` of all persons at bases and in transit. */
  readonly announced: (change: { readonly share: number; readonly home: boolean }) => void;
  /** People came back from a temporary withdrawal: `share` of all just after. */
  readonly returned: (share: number) => void;
  readonly populationChanged: (base: number) => void;
  readonly statusChanged: (base: number) => void;
  readonly convoysChanged: () => void;
}
