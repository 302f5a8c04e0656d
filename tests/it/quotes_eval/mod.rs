//! How well quotes are found: a seeded planter over any text, and the measures of text reuse.
//!
//! [`plant`] writes quotations into documents and remembers where; [`score`] holds what was found against that with
//! plagdet (Potthast et al. 2010: character precision and recall, granularity) and counts whole links. Holds no data.

pub mod critic;
pub mod edits;
pub mod invent;
pub mod load;
pub mod peers;
pub mod planter;
pub mod random;
pub mod score;
