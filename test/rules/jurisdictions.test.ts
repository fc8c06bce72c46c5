import { loadJurisdictions } from "../../rules/index.ts";
import { jurisdictionContract } from "../contracts/jurisdiction.ts";

for (const jurisdiction of await loadJurisdictions()) jurisdictionContract(jurisdiction);
