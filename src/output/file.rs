//! Files that appear whole or not at all: written aside, then put in place.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use crate::source::UNFINISHED;

/// The files that are being written; [`discard_unfinished`] removes them.
static UNFINISHED_FILES: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes what is being written, for a process that is about to end in the middle of it.
pub fn discard_unfinished() {
    for path in UNFINISHED_FILES.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        // It may have been put in its place at this very moment.
        let _ = std::fs::remove_file(path);
    }
}

/// A name in [`UNFINISHED_FILES`], as long as it lives.
struct Listed(PathBuf);

impl Listed {
    fn new(path: &Path) -> Self {
        UNFINISHED_FILES.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        Listed(path.to_owned())
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        UNFINISHED_FILES.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// A file being written beside the place where it will appear.
pub struct NewFile {
    aside: BufWriter<NamedTempFile>,
    _listed: Listed,
    path: PathBuf,
    force: bool,
}

impl NewFile {
    /// Begins a file that will appear at `path`.
    ///
    /// # Errors
    /// A file is there already and `force` is not given; the folder is missing or cannot be written to.
    pub fn begin(path: &Path, force: bool) -> Result<Self> {
        if path.exists() && !force {
            bail!("{} exists already; give another name, or --force to replace it", path.display());
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let aside = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder).with_context(|| {
            format!("cannot write into {}; is it a folder that you may write to?", folder.display())
        })?;
        let listed = Listed::new(aside.path());
        Ok(NewFile { aside: BufWriter::new(aside), _listed: listed, path: path.to_owned(), force })
    }

    /// Puts the finished file in its place.
    ///
    /// # Errors
    /// The disk is full; another run has put a file there in the meantime.
    pub fn finish(self) -> Result<()> {
        let place = || format!("cannot write {}", self.path.display());
        let aside = self.aside.into_inner().map_err(std::io::IntoInnerError::into_error).with_context(place)?;
        readable(aside.as_file());
        if self.force {
            aside.persist(&self.path).with_context(place)?;
        } else {
            aside.persist_noclobber(&self.path).with_context(place)?;
        }
        Ok(())
    }
}

/// Temporary files are private; what is put in place is as readable as any new file.
#[cfg(unix)]
fn readable(file: &File) {
    use std::os::unix::fs::PermissionsExt;
    // Where the file system refuses, the file stays private: no reason to lose it.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable(_: &File) {}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.aside.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.aside.flush()
    }
}
