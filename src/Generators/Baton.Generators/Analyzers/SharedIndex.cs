using Microsoft.CodeAnalysis;

namespace Baton.Generators.Analyzers;

/// <summary>
/// The index of a compilation, found once when first asked for: rules about several classes then show while typing, not only at the end of
/// a build. Each caller brings its own token, since an editor gives up one request and goes on with the next.
/// </summary>
sealed class SharedIndex(Compilation compilation)
{
    ConnectorIndex? _index;

    public ConnectorIndex Get(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _index) is { } found)
            return found;
        var index = ConnectorIndex.Of(compilation, cancellationToken);
        return Interlocked.CompareExchange(ref _index, index, null) ?? index;
    }
}
