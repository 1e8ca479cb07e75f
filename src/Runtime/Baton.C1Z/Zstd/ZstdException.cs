namespace Baton.C1Z.Zstd;

/// <summary>An error code of the zstd library, by the name that the library gives it.</summary>
sealed class ZstdException(string name) : Exception(name);
