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
            : new(facts, [.. facts.Files.Select(file => MarkedTypes.In(file, compilation, cancellationToken))], CompilationParser.Parse(compilation, cancellationToken));
        _latest = version;
        return version.Model;
    }

    static Version Reread(Version earlier, ProjectFacts facts, bool[] changed, Compilation compilation, CancellationToken cancellationToken)
    {
        var of = facts.Declared == earlier.Facts.Declared ? earlier.Model.Compilation : CompilationParser.Parse(compilation, cancellationToken);
        if (!changed.Contains(true))
            return new(facts, earlier.Files, of);
        var files = earlier.Files.ToArray();
        for (var i = 0; i < files.Length; i++)
        {
            if (changed[i])
                files[i] = MarkedTypes.In(facts.Files[i], compilation, cancellationToken);
        }
        return new(facts, files, of);
    }

    sealed class Version(ProjectFacts facts, MarkedTypes[] files, CompilationModel compilation)
    {
        public ProjectFacts Facts => facts;

        public MarkedTypes[] Files => files;

        public ProjectModel Model { get; } = new(MarkedTypes.Of(files), compilation);
    }
}
