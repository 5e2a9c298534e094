//! Dates and periods as letters print them, at the precision that they have.
