namespace Baton.C1Z;

/// <summary>A c1z file could not be read or written. The file at the path is unchanged.</summary>
/// <param name="error">The kind of failure.</param>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="innerException">What caused it.</param>
public sealed class C1ZException(C1ZError error, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The kind of failure.</summary>
    public C1ZError Error { get; } = error;
}
