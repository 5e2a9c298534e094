//! Makes a corpus of invented letters for benchmarks: varied, every one different, the same again for the same seed.
//!
//! `cargo run --release --example make-corpus -- --letters 100000 --seed 1 DIR`

mod blocks;
mod letter;
mod page;
mod setting;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Parser;
use rayon::prelude::*;

use blocks::Blocks;
use letter::Maker;

/// Letters in one folder.
const IN_A_FOLDER: u64 = 1000;

/// Make a corpus of invented letters
#[derive(Parser)]
struct Args {
    /// How many letters
    #[arg(long, value_name = "N", default_value_t = 1000)]
    letters: u64,

    /// Another seed gives other letters
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,

    /// The folder to make; must not exist, or be empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

fn main() -> Result<()> {
    let args = Args::parse();
    if args.folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty; give another folder", args.folder.display());
    }
    let maker = Maker::new(Blocks::shipped()?, args.seed);
    let bytes = (0..args.letters.div_ceil(IN_A_FOLDER))
        .into_par_iter()
        .map(|folder| fill(&args.folder.join(format!("{folder:04}")), folder, args.letters, &maker))
        .sum::<Result<u64>>()?;
    println!("{} letters, {:.1} MB, in {}", args.letters, bytes as f64 / 1e6, args.folder.display());
    Ok(())
}

/// Writes the letters of one folder; gives their size in bytes.
fn fill(path: &Path, folder: u64, letters: u64, maker: &Maker) -> Result<u64> {
    std::fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))?;
    let numbers = folder * IN_A_FOLDER..letters.min((folder + 1) * IN_A_FOLDER);
    numbers
        .map(|number| {
            let bytes = maker.letter(number);
            let path = path.join(format!("{number:07}.txt"));
            std::fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
            Ok(bytes.len() as u64)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn letters_are_different_the_same_again_and_of_the_size_of_letters() {
        let made = |seed| -> Vec<Vec<u8>> {
            let maker = Maker::new(Blocks::shipped().unwrap(), seed);
            (0..400).map(|number| maker.letter(number)).collect()
        };
        let letters = made(1);
        assert!(letters == made(1) && letters != made(2));
        assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), 400);
        let ordinary = letters.iter().filter(|letter| (250..15_000).contains(&letter.len())).count();
        assert!(ordinary >= 396, "{ordinary}");
    }
}
