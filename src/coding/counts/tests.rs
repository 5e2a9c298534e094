//! Figures that must be read and figures that must be left alone; then whole letters against their labels.

mod bounds;
mod carried;
mod drawings;
mod elided;
mod gold;
mod lists;
mod parts;
mod regions;
mod sentences;
mod several;
mod small;
mod tables;
