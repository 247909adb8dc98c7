/**
 * That the shapes which the pages read are those that the portal describes. This file makes no code: it fails to compile
 * when `npm run types` has brought a description with which a page would break.
 */
import type * as rights from "../rights/types";
import type { components } from "./schema";
import type * as read from "./types";

type Schemas = components["schemas"];
/** What the portal answers must be usable where the page expects its own shape. */
type Answers<Given extends Wanted, Wanted> = Given extends Wanted ? true : never;

export type Contract = [
  Answers<Schemas["CandidateOut"], read.Candidate>,
  Answers<Schemas["CandidatesPage"], read.CandidatesPage>,
  Answers<Schemas["SourceOut"], read.Source>,
  Answers<Schemas["SourcesPage"], read.SourcesPage>,
  Answers<Schemas["PhotometryPoint"], read.PhotometryPoint>,
  Answers<Schemas["ClassificationOut"], read.Classification>,
  Answers<Schemas["CommentOut"], read.Comment>,
  Answers<Schemas["AnnotationOut"], read.Annotation>,
  Answers<Schemas["GroupLists"], read.GroupsAnswer>,
  Answers<Schemas["GroupDetail"], read.Group>,
  Answers<Schemas["Profile"], read.Profile>,
  Answers<Schemas["FilterView"], read.AlertFilter>,
  Answers<Schemas["AllocationView"], read.Allocation>,
  Answers<Schemas["TokenView"], read.ApiToken>,
  Answers<Schemas["FacilityView"], read.Facility>,
  Answers<Schemas["TriggersPage"], read.TriggersPage>,
  Answers<read.NewTrigger, Schemas["TriggerPost"]>,
  Answers<Schemas["ReleaseView"], rights.Release>,
  Answers<Schemas["PublicationWithObligations"], rights.Publication>,
];
