namespace Baton.C1Z;

/// <summary>What saving wrote.</summary>
/// <param name="DatabaseBytes">Size of the database.</param>
/// <param name="FileBytes">Size of the c1z.</param>
public readonly record struct SavedFile(long DatabaseBytes, long FileBytes);
