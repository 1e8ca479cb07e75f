namespace Baton.C1Z;

/// <summary>How far the unpacking of a file is.</summary>
/// <param name="Read">Bytes of the file that are read.</param>
/// <param name="Length">Bytes that the file has.</param>
public readonly record struct UnpackProgress(long Read, long Length);
