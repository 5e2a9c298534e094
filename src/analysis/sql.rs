//! The tables of a corpus in an embedded SQL engine (SQLite, in memory), for one question, read-only.

use anyhow::{Context, Result, bail};
use rusqlite::functions::FunctionFlags;
use rusqlite::hooks::{AuthAction, Authorization};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params_from_iter};

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// True for whole numbers.
    pub number: bool,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Real(f64),
    /// Words.
    Text(String),
}

/// What a question gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
}

/// A database being filled.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    tables: Vec<(String, Vec<String>)>,
}

impl Database {
    /// An empty database in memory.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn new() -> Result<Self> {
        let connection = Connection::open_in_memory().context("cannot open the SQL engine")?;
        connection.execute_batch("begin").context("cannot open the SQL engine")?;
        Ok(Database { connection, tables: Vec::new() })
    }

    /// Makes a table.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn create(&mut self, name: &str, columns: &[Column]) -> Result<()> {
        let declared: Vec<String> = columns
            .iter()
            .map(|column| format!("\"{}\" {}", column.name, if column.number { "integer" } else { "text" }))
            .collect();
        self.connection
            .execute(&format!("create table \"{name}\" ({})", declared.join(", ")), [])
            .with_context(|| format!("cannot make the table {name}"))?;
        self.tables.push((name.to_owned(), columns.iter().map(|column| column.name.clone()).collect()));
        Ok(())
    }

    /// Adds a row to the table that was made as number `table`.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn insert(&self, table: usize, row: &[Value]) -> Result<()> {
        let (name, columns) = &self.tables[table];
        let marks = vec!["?"; columns.len()].join(", ");
        let mut statement = self.connection.prepare_cached(&format!("insert into \"{name}\" values ({marks})"))?;
        statement
            .execute(params_from_iter(row.iter().map(bound)))
            .with_context(|| format!("cannot fill the table {name}"))?;
        Ok(())
    }

    /// Asks one question.
    ///
    /// # Errors
    /// SQL that does not parse, more than one statement, anything but reading; with the tables there are.
    pub fn ask(mut self, sql: &str) -> Result<Rows> {
        self.connection.execute_batch("commit; pragma query_only = on").context("cannot fill the SQL engine")?;
        self.add_regexp()?;
        self.connection.authorizer(Some(|context: rusqlite::hooks::AuthContext<'_>| match context.action {
            AuthAction::Select | AuthAction::Read { .. } | AuthAction::Function { .. } | AuthAction::Recursive => {
                Authorization::Allow
            }
            _ => Authorization::Deny,
        }))?;
        self.rows(sql).map_err(|error| {
            anyhow::anyhow!(
                "the SQL cannot be run: {error}\nIt must be one `select` over these tables:\n{}",
                self.schema()
            )
        })
    }

    fn rows(&self, sql: &str) -> Result<Rows> {
        let sql = sql.trim().trim_end_matches(';');
        if sql.is_empty() {
            bail!("there is no statement");
        }
        let mut statement = self.connection.prepare(sql)?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            rows.push((0..columns.len()).map(|i| row.get_ref(i).map(read)).collect::<rusqlite::Result<_>>()?);
        }
        Ok(Rows { columns, rows })
    }

    /// `x regexp 'pattern'`, which SQLite leaves to its host.
    fn add_regexp(&self) -> Result<()> {
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        self.connection.create_scalar_function("regexp", 2, flags, |context| {
            let pattern: String = context.get(0)?;
            let text: Option<String> = context.get(1)?;
            let pattern = regex::RegexBuilder::new(&pattern)
                .case_insensitive(true)
                .build()
                .map_err(|error| rusqlite::Error::UserFunctionError(Box::new(error)))?;
            Ok(text.is_some_and(|text| pattern.is_match(&text)))
        })?;
        Ok(())
    }

    fn schema(&self) -> String {
        let lines: Vec<String> =
            self.tables.iter().map(|(name, columns)| format!("  {name}({})", columns.join(", "))).collect();
        lines.join("\n")
    }
}

fn bound(value: &Value) -> rusqlite::types::Value {
    match value {
        Value::Null => rusqlite::types::Value::Null,
        Value::Integer(number) => rusqlite::types::Value::Integer(*number),
        Value::Real(number) => rusqlite::types::Value::Real(*number),
        Value::Text(text) => rusqlite::types::Value::Text(text.clone()),
    }
}

fn read(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) | ValueRef::Blob(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn database() -> Database {
        let mut database = Database::new().unwrap();
        let columns = ["file", "code"].map(|name| Column { name: name.to_owned(), number: false });
        database.create("answers", &columns).unwrap();
        for code in ["yes", "no", "yes"] {
            database.insert(0, &[Value::Text("a.txt".to_owned()), Value::Text(code.to_owned())]).unwrap();
        }
        database
    }

    #[test]
    fn one_question_is_answered() {
        let rows = database().ask("select code, count(*) as n from answers group by code order by n desc;").unwrap();
        assert_eq!(rows.columns, ["code", "n"]);
        assert_eq!(rows.rows[0], [Value::Text("yes".to_owned()), Value::Integer(2)]);
        assert_eq!(database().ask("select 1 from answers where code regexp '^Y'").unwrap().rows.len(), 2);
    }

    #[test]
    fn nothing_but_reading_is_done() {
        for sql in [
            "delete from answers",
            "drop table answers",
            "attach 'x.db' as x",
            "pragma query_only = off",
            "select 1; select 2",
            "insert into answers values ('a', 'b')",
            "selec code",
            "select nothing from answers",
            "",
            "vacuum into 'x.db'",
        ] {
            let error = format!("{:#}", database().ask(sql).unwrap_err());
            assert!(error.contains("answers(file, code)"), "{sql}: {error}");
        }
    }
}
