namespace Baton.Generators.Models;

/// <summary>The few facts of a compilation that generated code depends on.</summary>
/// <param name="Version">Version of the assembly, without build metadata.</param>
/// <param name="NeedsEntryPoint">A program without <c>Main</c> that references the host.</param>
sealed record CompilationModel(string Version, bool NeedsEntryPoint);
