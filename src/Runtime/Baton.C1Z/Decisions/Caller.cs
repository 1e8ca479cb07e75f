namespace Baton.C1Z;

/// <summary>Who asks.</summary>
/// <param name="Id">An agent id of <see cref="AccessOptions.Agents"/>, or <c>type:id</c>.</param>
/// <param name="Scopes">What the caller carries: <c>vault:{vault}:{action}</c> or <c>vault:{vault}:*</c>. Null for none.</param>
public readonly record struct Caller(string Id, IReadOnlyList<string>? Scopes = null)
{
    /// <summary>A caller without scopes.</summary>
    public static implicit operator Caller(string id) => new(id);

    /// <summary>A caller without scopes.</summary>
    public static Caller FromString(string id) => new(id);

    /// <summary>The scope that covers an action on a vault; null when none does.</summary>
    internal string? Covering(ReadOnlySpan<char> vault, ReadOnlySpan<char> action)
    {
        if (Scopes is null || vault.IsEmpty || action.IsEmpty)
            return null;
        for (var i = 0; i < Scopes.Count; i++)
        {
            if (Covers(Scopes[i], vault, action))
                return Scopes[i];
        }
        return null;
    }

    static bool Covers(ReadOnlySpan<char> scope, ReadOnlySpan<char> vault, ReadOnlySpan<char> action)
    {
        const string Prefix = "vault:";
        if (!scope.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var rest = scope[Prefix.Length..];
        if (rest.Length <= vault.Length || !rest.StartsWith(vault, StringComparison.Ordinal) || rest[vault.Length] != ':')
            return false;
        var covered = rest[(vault.Length + 1)..];
        return covered is AccessOptions.EveryAction || covered.SequenceEqual(action);
    }
}
