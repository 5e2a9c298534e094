//! Arguments → exit code: 0 done, 1 nothing matched or a check failed, 2 could not run or could not read everything,
//! 130 stopped by Ctrl-C or a termination signal.

use std::io::{ErrorKind, IsTerminal, stderr};
use std::process::ExitCode;

use clap::Parser;
use foi_rj::cli::{Program, run};
use foi_rj::output::file::discard_unfinished;
use foi_rj::output::screen::visible;

/// Letters are read with many small pieces of text; the allocators of most systems take a fifth of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Without the handler a file that is being written would be left behind; where it cannot be set, only that is lost.
    let _ = ctrlc::set_handler(stop);
    match run(&Program::parse()) {
        Ok(end) => ExitCode::from(end.code()),
        // Whoever reads has read enough.
        Err(error) if closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let message = format!("{error:#}");
            let lines: Vec<_> = message.lines().map(visible).collect();
            anstream::eprintln!("error: {}", lines.join("\n"));
            ExitCode::from(2)
        }
    }
}

/// Ends the program on Ctrl-C, SIGTERM and SIGHUP: what is being written is removed, and the shell is told by its code.
fn stop() {
    discard_unfinished();
    if stderr().is_terminal() {
        eprintln!();
    }
    std::process::exit(130);
}

fn closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>();
        let csv = cause.downcast_ref::<csv::Error>().and_then(|error| match error.kind() {
            csv::ErrorKind::Io(error) => Some(error),
            _ => None,
        });
        io.or(csv).is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
    })
}
