namespace Baton;

/// <summary>
/// Where a connector says what is missing or doubtful in the result while the sync goes on: a file that cannot be read, a row that
/// makes no sense. Take it as a constructor parameter. Each message is logged once, and the summary of the sync repeats it.
/// </summary>
public interface ISyncWarnings
{
    /// <summary>Adds a warning. Saying the same again adds nothing.</summary>
    /// <param name="message">What is wrong, where, and what the result lacks because of it; no credentials.</param>
    void Add(string message);
}
