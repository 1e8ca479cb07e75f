namespace Baton.C1Z;

/// <summary>What is wrong with a c1z file, or with an attempt to read or write one.</summary>
public enum C1ZError
{
    /// <summary>There is no file at the path.</summary>
    NotFound,

    /// <summary>The file has no bytes, so there is nothing to read.</summary>
    Empty,

    /// <summary>The file does not begin like a c1z.</summary>
    NotC1Z,

    /// <summary>A c1z of another format version; only v1 (SQLite) is supported.</summary>
    UnsupportedFormat,

    /// <summary>The file ends in the middle.</summary>
    Truncated,

    /// <summary>The compressed payload is damaged.</summary>
    CorruptPayload,

    /// <summary>There is something behind the payload.</summary>
    TrailingData,

    /// <summary>Decompressing would need more memory than allowed.</summary>
    WindowTooLarge,

    /// <summary>The content is larger than allowed.</summary>
    TooLarge,

    /// <summary>The payload is not a sound SQLite database.</summary>
    CorruptDatabase,

    /// <summary>The database does not have the tables and columns of a c1z, or breaks their uniqueness.</summary>
    Schema,

    /// <summary>A row does not hold what its column promises.</summary>
    CorruptRow,

    /// <summary>The file holds no such sync.</summary>
    SyncNotFound,

    /// <summary>An option or environment variable has an impossible value.</summary>
    Configuration,

    /// <summary>A native library is missing on this machine.</summary>
    MissingLibrary,

    /// <summary>The operating system, or the server of an address, refused to read, write or rename.</summary>
    InputOutput,

    /// <summary>The disk of the temp directory, where the database is while it is written, takes no more.</summary>
    TempDirectoryFull,

    /// <summary>Somebody else replaced what is at an address while it was worked on.</summary>
    Conflict,
}
