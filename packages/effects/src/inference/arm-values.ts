/**
 * Units of assignment (units, or whole clusters) with what each would put into c'θ in any arm. A cell is compared within itself:
 * c'θ = Σ over cells of (Σ sum/Σ mass over the clusters treated in it) − (Σ sum/Σ mass over its comparison), who is which being told by
 * the arms the clusters are in. With the arms as observed that is the estimate itself.
 */
export interface ArmValues {
  readonly kind: "arm-values";
  /** Units of assignment. */
  readonly clusters: number;
  /** One a wave with treated clusters; the last is the comparison. */
  readonly arms: number;
  /** Arm of each, as observed. */
  readonly arm: Int32Array;
  /** People in each. */
  readonly units: Int32Array;
  /** Cells of c, those that all clusters count alike in being one. */
  readonly cells: number;
  /** arms × cells: 1 where clusters of the arm are treated, −1 where they are its comparison, 0 where neither. */
  readonly role: Int8Array;
  /** clusters × cells: weight, and c times the weighted sum of adjusted changes; 0 where the cluster has nobody. */
  readonly mass: Float64Array;
  readonly sum: Float64Array;
  /** clusters × cells: what `sum` falls by when 1 is taken off c'θ in equal parts of the treated's person-periods from their start on. */
  readonly shift: Float64Array;
  /** Those of a block change places with one another only; all with all if absent. */
  readonly block?: Int32Array;
}
