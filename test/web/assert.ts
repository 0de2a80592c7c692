// Stands in for node:assert where there is no Node. The names that the tests use mean the same in both.
export { assert as strict } from 'chai';
