//! Counting what is right: of what was read, of what was due.

use std::ops::AddAssign;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// How many values are right, of how many that were read and how many that were due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Read and due and the same.
    pub right: usize,
    /// Read by the program.
    pub read: usize,
    /// Due by the labels.
    pub due: usize,
}

impl Tally {
    /// The tally of a thing that there is once or not at all.
    pub fn one(right: bool, read: bool, due: bool) -> Self {
        Tally { right: usize::from(right), read: usize::from(read), due: usize::from(due) }
    }

    /// Values that were missed, made up, or read as another.
    pub fn mistakes(self) -> usize {
        self.read.max(self.due) - self.right
    }

    /// The share of what was read that is right; 1 where nothing was read.
    pub fn precision(self) -> f64 {
        Share { n: self.right, of: self.read }.value().unwrap_or(1.0)
    }

    /// The share of what was due that was read right; 1 where nothing was due.
    pub fn recall(self) -> f64 {
        Share { n: self.right, of: self.due }.value().unwrap_or(1.0)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

/// The counts, and the shares that follow from them.
impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tally = serializer.serialize_struct("Tally", 6)?;
        tally.serialize_field("right", &self.right)?;
        tally.serialize_field("read", &self.read)?;
        tally.serialize_field("due", &self.due)?;
        tally.serialize_field("precision", &self.precision())?;
        tally.serialize_field("recall", &self.recall())?;
        tally.serialize_field("f1", &self.f1())?;
        tally.end()
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Tally) {
        self.right += more.right;
        self.read += more.read;
        self.due += more.due;
    }
}

/// `n` of `of`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Share {
    /// So many.
    pub n: usize,
    /// Of so many.
    pub of: usize,
}

impl Share {
    /// The share of `items` for which `holds`.
    pub fn count<T>(items: impl IntoIterator<Item = T>, holds: impl Fn(&T) -> bool) -> Self {
        let mut share = Share::default();
        for item in items {
            share.n += usize::from(holds(&item));
            share.of += 1;
        }
        share
    }

    /// Between 0 and 1; `None` of nothing.
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.n as f64 / self.of as f64)
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, more: Share) {
        self.n += more.n;
        self.of += more.of;
    }
}
