using ServiceTask = Baton.Protocol.Service.V1.Task;

namespace Baton.Emulator;

/// <summary>One thing that a person can type to have a task done.</summary>
/// <param name="Name">The first word.</param>
/// <param name="Usage">The words after it; those in brackets may be left out, and the last one may have spaces.</param>
/// <param name="Help">What it does.</param>
/// <param name="Read">Makes the task of the words; words that were left out are empty.</param>
sealed record TaskCommand(string Name, string Usage, string Help, Func<IReadOnlyList<string>, ServiceTask> Read)
{
    string[] Parameters => Usage.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="FormatException">A word is missing, or one is not what it should be.</exception>
    public ServiceTask Parse(string words)
    {
        var given = Parameters.Length == 0
            ? (words.Length == 0 ? [] : throw new FormatException($"usage: {Name}"))
            : words.Split(' ', Parameters.Length, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (given.Length < Parameters.Count(static parameter => parameter[0] != '['))
            throw new FormatException($"usage: {Name} {Usage}");
        return Read([.. given, .. Enumerable.Repeat("", Parameters.Length - given.Length)]);
    }
}
