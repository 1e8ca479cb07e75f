using System.Collections;
using Microsoft.Extensions.Logging;

namespace Baton.Logging;

/// <summary>A message that stays the same, and fields that differ: the form of the lines that the Go connectors log.</summary>
sealed class LogFields(string message, (string Name, object? Value)[] fields) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => fields.Length;

    public KeyValuePair<string, object?> this[int index] => new(fields[index].Name, fields[index].Value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var (name, value) in fields)
            yield return new(name, value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;
}

/// <summary>Logs a message with fields.</summary>
static class LogFieldsExtensions
{
    /// <summary>Logs a message with fields.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="level">How much it matters.</param>
    /// <param name="message">A constant text.</param>
    /// <param name="fields">What differs from one time to the next.</param>
    public static void Write(this ILogger logger, LogLevel level, string message, params (string Name, object? Value)[] fields) =>
        logger.Log(level, default, new LogFields(message, fields), null, static (state, _) => state.ToString());
}
