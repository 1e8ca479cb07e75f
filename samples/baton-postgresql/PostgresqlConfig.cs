using Baton;

namespace BatonPostgresql;

/// <summary>The settings.</summary>
[ConnectorConfig]
sealed partial record PostgresqlConfig
{
    /// <summary>Where the server is, and as whom to log in.</summary>
    [Field(DisplayName = "DSN", Description = "Where the server is, and as whom to log in: postgres://user:password@host:5432/database?sslmode=verify-full",
        Placeholder = "postgres://baton:…@db.example.com/postgres", Secret = true)]
    public required string Dsn { get; init; }

    /// <summary>Databases whose schemas and tables are read.</summary>
    [Field(Description = "Databases whose schemas and tables are read; when not given, the one that the DSN names")]
    public IReadOnlyList<string> Databases { get; init; } = [];

    /// <summary>Whether the schemas and tables of all databases are read.</summary>
    [Field(Description = "Read the schemas and tables of all databases that allow connections")]
    public bool SyncAllDatabases { get; init; }

    /// <summary>Schemas to read.</summary>
    [Field(Description = "Schemas that are read, with their tables; when not given, all but those of PostgreSQL itself")]
    public IReadOnlyList<string> Schemas { get; init; } = [];

    /// <summary>Whether what PUBLIC may do is left at PUBLIC.</summary>
    [Field(Description = "Leave what PUBLIC may do at PUBLIC, instead of showing it for each role that can log in")]
    public bool SkipPublicMembers { get; init; }

    /// <summary>How long the server may work on one statement.</summary>
    [Field(Description = "How long the server may work on one statement", Min = 1, Max = 3600)]
    public int StatementTimeoutSeconds { get; init; } = 60;
}
