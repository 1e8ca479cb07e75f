using System.Runtime.CompilerServices;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Incremental;

/// <summary>What the files of a compilation tell by their syntax, and what in them could mean something else than in an earlier version.</summary>
sealed class ProjectFacts
{
    static readonly ConditionalWeakTable<object, object> Identities = new();
    static long s_lastIdentity;

    readonly ulong _frame;

    ProjectFacts(ulong frame, FileFacts[] files)
    {
        (_frame, Files) = (frame, files);
        Declared = files.Aggregate(frame, static (hash, file) => Hash.Add(hash, file.Declared));
    }

    /// <summary>In the order of the compilation.</summary>
    public FileFacts[] Files { get; }

    /// <summary>A number that stands for all that is declared.</summary>
    public ulong Declared { get; }

    public static ProjectFacts Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var frame = Hash.Add(Hash.Add(Hash.Start, IdentityOf(compilation.Options)), compilation.AssemblyName ?? "");
        foreach (var reference in compilation.References)
            frame = Hash.Add(frame, IdentityOf(reference));
        var files = compilation.SyntaxTrees.Select(tree => FileFacts.Of(tree, cancellationToken)).ToArray();
        return new(files.Aggregate(frame, static (hash, file) => Hash.Add(hash, file.Frame)), files);
    }

    /// <summary>
    /// For each file, whether the models of its types could be others than in the earlier version; null when there is no telling, because
    /// types, namespaces or references came or went.
    /// </summary>
    public bool[]? ChangedSince(ProjectFacts earlier)
    {
        if (_frame != earlier._frame || Files.Length != earlier.Files.Length)
            return null;
        var changed = new bool[Files.Length];
        var (declared, own) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < Files.Length; i++)
        {
            var (now, then) = (Files[i], earlier.Files[i]);
            if (now == then || now.Own == then.Own)
                continue;
            changed[i] = true;
            if (now.Declared == then.Declared)
                own.UnionWith(now.Provided);
            else if (now.IsForAll)
                return null;
            else
                declared.UnionWith([.. now.Provided, .. then.Provided]);
        }
        Spread(changed, own, static (file, names) => file.BuildsOn(names));
        Spread(changed, declared, static (file, names) => file.Names(names));
        return changed;
    }

    // A file that names a changed one is changed itself for those that name it: a model reaches from type to type.
    void Spread(bool[] changed, HashSet<string> names, Func<FileFacts, HashSet<string>, bool> reaches)
    {
        var seen = new bool[Files.Length];
        for (var count = 0; count != names.Count;)
        {
            count = names.Count;
            for (var i = 0; i < Files.Length; i++)
            {
                if (seen[i] || !reaches(Files[i], names))
                    continue;
                seen[i] = changed[i] = true;
                names.UnionWith(Files[i].Provided);
            }
        }
    }

    // Of an object itself: an address or hash code could be used again for another one.
    static ulong IdentityOf(object item) => (ulong)Identities.GetValue(item, static _ => (ulong)Interlocked.Increment(ref s_lastIdentity));
}
