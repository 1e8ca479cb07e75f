using Baton.Generators.Models;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Incremental;

/// <summary>The models of a compilation.</summary>
sealed record ProjectModel(MarkedTypes Types, CompilationModel Compilation);

/// <summary>
/// Reads the marked types of one project, version after version. A file is read again only when what its models are made of may have
/// changed: the compiler's own way would bind and parse every marked type after every keystroke.
/// </summary>
sealed class Project
{
    Version? _latest;

    public ProjectModel Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var facts = ProjectFacts.Of(compilation, cancellationToken);
        // Two runs may look at two versions at the same time; each is told apart from whatever was there when it began.
        var earlier = _latest;
        var version = earlier is not null && facts.ChangedSince(earlier.Facts) is { } changed
            ? Reread(earlier, facts, changed, compilation, cancellationToken)
            : Version.Of(facts, [.. facts.Files.Select(file => MarkedTypes.In(file, compilation, cancellationToken))],
                CompilationParser.Parse(compilation, cancellationToken));
        _latest = version;
        return version.Model;
    }

    static Version Reread(Version earlier, ProjectFacts facts, bool[] changed, Compilation compilation, CancellationToken cancellationToken)
    {
        var of = facts.Declared == earlier.Facts.Declared ? earlier.Model.Compilation : CompilationParser.Parse(compilation, cancellationToken);
        var (files, isNew) = (earlier.Files.ToArray(), false);
        for (var i = 0; i < files.Length; i++)
        {
            if (!changed[i] || MarkedTypes.In(facts.Files[i], compilation, cancellationToken) is var read && read == files[i])
                continue;
            (files[i], isNew) = (read, true);
        }
        // The same object tells the steps behind it, without a look at any type, that nothing is new.
        return isNew || of != earlier.Model.Compilation ? Version.Of(facts, files, of) : new(facts, earlier.Files, earlier.Model);
    }

    sealed record Version(ProjectFacts Facts, MarkedTypes[] Files, ProjectModel Model)
    {
        public static Version Of(ProjectFacts facts, MarkedTypes[] files, CompilationModel compilation) =>
            new(facts, files, new(MarkedTypes.Of(files), compilation));
    }
}
